-- One appointment.
CREATE PROCEDURE ViewAppointment(IN p_appointment_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM Appointment WHERE appointment_id = p_appointment_id
