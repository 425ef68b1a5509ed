-- One bill.
CREATE PROCEDURE ViewBilling(IN p_billing_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM Billing WHERE billing_id = p_billing_id
