-- A patient's prescriptions, newest first.
CREATE PROCEDURE ViewPrescriptionsByPatient(IN p_patient_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM Prescription WHERE patient_id = p_patient_id ORDER BY prescribed_on DESC, prescription_id DESC
