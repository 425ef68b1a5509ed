-- One row per patient and room number in which the patient was treated, however often: the row of the newest record.
-- LEFT JOIN although a record never lacks these rows: the page asks for room_id, reads the newest records first and stops.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW Report_Patients_By_Room AS
SELECT c.clinical_id AS record_id,
       c.room_id,
       r.room_number,
       v.patient_id,
       p.name AS patient_name,
       v.date AS visit_date
  FROM ClinicalCare AS c
  LEFT JOIN Room AS r ON r.room_id = c.room_id
  LEFT JOIN Visit AS v ON v.visit_id = c.visit_id
  LEFT JOIN Patient AS p ON p.patient_id = v.patient_id
 WHERE c.room_id IS NOT NULL
   AND NOT EXISTS (SELECT 1
                     FROM Visit AS v2
                     JOIN ClinicalCare AS c2 ON c2.visit_id = v2.visit_id
                     JOIN Room AS r2 ON r2.room_id = c2.room_id
                    WHERE v2.patient_id = v.patient_id
                      AND c2.clinical_id > c.clinical_id
                      AND r2.room_number = r.room_number)
