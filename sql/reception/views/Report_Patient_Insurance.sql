-- One row per insurance of a patient: a patient with two insurances is two rows, one without is none.
-- LEFT JOIN for the reason given in View_Appointment_Details.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW Report_Patient_Insurance AS
SELECT i.insurance_id,
       i.patient_id,
       p.name AS patient_name,
       i.insurance_details,
       i.member_number,
       i.starts_on,
       i.ends_on
  FROM Insurance AS i
  LEFT JOIN Patient AS p ON p.patient_id = i.patient_id
