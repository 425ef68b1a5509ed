-- One row per bill.
-- LEFT JOIN for the reason given in View_Appointment_Details.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW View_Billing_Summary AS
SELECT b.billing_id,
       p.name AS patient_name,
       b.amount,
       b.insurance_claim_status,
       b.patient_id
  FROM Billing AS b
  LEFT JOIN Patient AS p ON p.patient_id = b.patient_id
