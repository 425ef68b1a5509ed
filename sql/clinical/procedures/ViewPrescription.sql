-- One prescription.
CREATE PROCEDURE ViewPrescription(IN p_prescription_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM Prescription WHERE prescription_id = p_prescription_id
