-- Removes an appointment made by mistake; one with a visit is refused, and cancelling keeps the history.
CREATE PROCEDURE DeleteAppointment(IN p_appointment_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    -- 1451: a foreign key of any room still points here.
    DECLARE EXIT HANDLER FOR 1451 SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_has_history';
    IF EXISTS (SELECT 1 FROM Visit WHERE appointment_id = p_appointment_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_has_visit';
    END IF;
    DELETE FROM Appointment WHERE appointment_id = p_appointment_id;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_not_found';
    END IF;
END
