-- A patient's appointments, newest first.
CREATE PROCEDURE ViewAppointmentByPatient(IN p_patient_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM Appointment WHERE patient_id = p_patient_id ORDER BY date DESC, time DESC
