-- Corrects a prescription that has not ended.
CREATE PROCEDURE UpdatePrescription(
    IN p_prescription_id BIGINT, IN p_patient_id BIGINT, IN p_medication VARCHAR(255),
    IN p_dosage VARCHAR(100), IN p_instructions TEXT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_id BIGINT;
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_not_found';
    SELECT prescription_id INTO v_id FROM Prescription WHERE prescription_id = p_prescription_id FOR UPDATE;
    UPDATE Prescription
       SET patient_id = p_patient_id,
           medication = p_medication,
           dosage = p_dosage,
           instructions = p_instructions
     WHERE prescription_id = p_prescription_id;
END
