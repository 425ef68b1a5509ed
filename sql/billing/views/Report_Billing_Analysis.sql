-- One row per patient who was ever billed: visits, and the number, total, average and highest amount of the bills.
-- The bills are summed before anything is joined: beside a patient's visits, each bill would count once for each visit.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW Report_Billing_Analysis AS
SELECT b.patient_id,
       p.name AS patient_name,
       (SELECT COUNT(*) FROM Visit AS v WHERE v.patient_id = b.patient_id) AS visits,
       b.bills,
       b.total_amount,
       ROUND(b.total_amount / b.bills, 2) AS average_amount,
       b.highest_amount
  FROM (SELECT patient_id,
               COUNT(*) AS bills,
               SUM(amount) AS total_amount,
               MAX(amount) AS highest_amount
          FROM Billing
         GROUP BY patient_id) AS b
  LEFT JOIN Patient AS p ON p.patient_id = b.patient_id
