-- One patient.
CREATE PROCEDURE ViewPatient(IN p_patient_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM Patient WHERE patient_id = p_patient_id
