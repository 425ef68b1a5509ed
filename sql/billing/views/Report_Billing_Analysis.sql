-- One row per patient who was ever billed: visits, and the total, average and highest amount of the bills.
-- Each figure is counted by itself: joining visits with bills would count a visit once for each of its bills.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW Report_Billing_Analysis AS
SELECT p.patient_id,
       p.name AS patient_name,
       (SELECT COUNT(*) FROM Visit AS v WHERE v.patient_id = p.patient_id) AS visits,
       (SELECT COUNT(*) FROM Billing AS b WHERE b.patient_id = p.patient_id) AS bills,
       (SELECT SUM(b.amount) FROM Billing AS b WHERE b.patient_id = p.patient_id) AS total_amount,
       (SELECT ROUND(AVG(b.amount), 2) FROM Billing AS b WHERE b.patient_id = p.patient_id) AS average_amount,
       (SELECT MAX(b.amount) FROM Billing AS b WHERE b.patient_id = p.patient_id) AS highest_amount
  FROM Patient AS p
 WHERE EXISTS (SELECT 1 FROM Billing AS b WHERE b.patient_id = p.patient_id)
