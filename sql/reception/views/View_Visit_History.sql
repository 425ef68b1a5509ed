-- One row per visit; date and time are the clinic's clock.
-- LEFT JOIN for the reason given in View_Appointment_Details.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW View_Visit_History AS
SELECT v.visit_id,
       p.name AS patient_name,
       d.name AS provider_name,
       v.date,
       v.time,
       v.facility,
       v.patient_id
  FROM Visit AS v
  LEFT JOIN Patient AS p ON p.patient_id = v.patient_id
  LEFT JOIN Provider AS d ON d.provider_id = v.provider_id
