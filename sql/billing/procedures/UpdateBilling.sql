-- Corrects a bill or moves its claim along.
CREATE PROCEDURE UpdateBilling(
    IN p_billing_id BIGINT, IN p_patient_id BIGINT, IN p_visit_id BIGINT, IN p_amount DECIMAL(10, 2),
    IN p_claim_status VARCHAR(9))
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_id BIGINT;
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'billing_not_found';
    SELECT billing_id INTO v_id FROM Billing WHERE billing_id = p_billing_id FOR UPDATE;
    UPDATE Billing
       SET patient_id = p_patient_id,
           visit_id = p_visit_id,
           amount = p_amount,
           insurance_claim_status = p_claim_status
     WHERE billing_id = p_billing_id;
END
