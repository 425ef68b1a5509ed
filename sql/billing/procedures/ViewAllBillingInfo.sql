-- Every bill, for programs that read the whole list; pages read theirs in steps.
CREATE PROCEDURE ViewAllBillingInfo()
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM Billing ORDER BY billing_id
