-- Orders a medicine for a patient; returns prescription_id.
CREATE PROCEDURE CreatePrescription(
    IN p_patient_id BIGINT, IN p_medication VARCHAR(255), IN p_dosage VARCHAR(100), IN p_instructions TEXT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO Prescription (patient_id, medication, dosage, instructions, prescribed_on)
    VALUES (p_patient_id, p_medication, p_dosage, p_instructions, CURRENT_DATE);
    SELECT LAST_INSERT_ID() AS prescription_id;
END
