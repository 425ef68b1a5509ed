-- One row per appointment, whatever its status; date and time are the clinic's clock.
-- LEFT JOIN although no appointment lacks a patient or a provider: the newest page is then read from the index of days,
-- while a condition on a patient still lets the server begin with that patient's.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW View_Appointment_Details AS
SELECT a.appointment_id,
       p.name AS patient_name,
       d.name AS provider_name,
       a.date,
       a.time,
       a.status,
       a.patient_id
  FROM Appointment AS a
  LEFT JOIN Patient AS p ON p.patient_id = a.patient_id
  LEFT JOIN Provider AS d ON d.provider_id = a.provider_id
