-- One row per appointment, with the patient to call: "who has an appointment between two dates?"
-- LEFT JOIN for the reason given in View_Appointment_Details.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW Report_Patient_Appointments AS
SELECT a.appointment_id,
       a.patient_id,
       p.name AS patient_name,
       p.phone_number,
       a.date,
       a.time,
       d.name AS provider_name,
       a.status
  FROM Appointment AS a
  LEFT JOIN Patient AS p ON p.patient_id = a.patient_id
  LEFT JOIN Provider AS d ON d.provider_id = a.provider_id
