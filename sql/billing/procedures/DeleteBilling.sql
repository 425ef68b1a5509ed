-- Removes a bill whose claim is still pending.
CREATE PROCEDURE DeleteBilling(IN p_billing_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DELETE FROM Billing WHERE billing_id = p_billing_id;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'billing_not_found';
    END IF;
END
