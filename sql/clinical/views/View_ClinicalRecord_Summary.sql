-- One row per clinical record, which is one per visit that has one.
-- LEFT JOIN for the reason given in View_Appointment_Details.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW View_ClinicalRecord_Summary AS
SELECT c.clinical_id AS record_id,
       p.name AS patient_name,
       v.date AS visit_date,
       c.signs_and_symptoms AS symptoms,
       c.discharge_diagnosis AS diagnosis,
       v.patient_id
  FROM ClinicalCare AS c
  LEFT JOIN Visit AS v ON v.visit_id = c.visit_id
  LEFT JOIN Patient AS p ON p.patient_id = v.patient_id
