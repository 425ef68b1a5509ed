-- Bills a patient for a visit; returns billing_id.
CREATE PROCEDURE CreateBilling(
    IN p_patient_id BIGINT, IN p_visit_id BIGINT, IN p_amount DECIMAL(10, 2), IN p_claim_status VARCHAR(9))
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO Billing (patient_id, visit_id, amount, insurance_claim_status)
    VALUES (p_patient_id, p_visit_id, p_amount, p_claim_status);
    SELECT LAST_INSERT_ID() AS billing_id;
END
