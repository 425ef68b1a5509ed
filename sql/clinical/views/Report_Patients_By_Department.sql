-- One row per patient and department that manages a room in which the patient was treated: the row of the newest record.
-- LEFT JOIN, and COALESCE instead of IS NOT NULL, for the reason given in Report_Patients_By_Room.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW Report_Patients_By_Department AS
SELECT c.clinical_id AS record_id,
       c.room_id,
       r.managing_department,
       r.room_number,
       v.patient_id,
       p.name AS patient_name,
       v.date AS visit_date
  FROM ClinicalCare AS c
  LEFT JOIN Room AS r ON r.room_id = c.room_id
  LEFT JOIN Visit AS v ON v.visit_id = c.visit_id
  LEFT JOIN Patient AS p ON p.patient_id = v.patient_id
 WHERE c.room_id IS NOT NULL
   AND COALESCE(r.managing_department, '') <> ''
   AND NOT EXISTS (SELECT 1
                     FROM Visit AS v2
                     JOIN ClinicalCare AS c2 ON c2.visit_id = v2.visit_id
                     JOIN Room AS r2 ON r2.room_id = c2.room_id
                    WHERE v2.patient_id = v.patient_id
                      AND c2.clinical_id > c.clinical_id
                      AND r2.managing_department = r.managing_department)
