-- Books a time of the usual length; returns appointment_id. The triggers refuse a time that is taken.
CREATE PROCEDURE CreateAppointment(
    IN p_patient_id BIGINT, IN p_provider_id BIGINT, IN p_date DATE, IN p_time TIME, IN p_status VARCHAR(20))
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO Appointment (patient_id, provider_id, date, time, status)
    VALUES (p_patient_id, p_provider_id, p_date, p_time, COALESCE(p_status, 'Scheduled'));
    SELECT LAST_INSERT_ID() AS appointment_id;
END
