-- Refuses a time that overlaps another live appointment of the provider or is held for somebody, or at which the
-- provider does not work.
-- The triggers of Appointment call it for every time that is not overbooked; 0 stands for an appointment to be.
CREATE PROCEDURE CheckAppointmentTime(
    IN p_appointment_id BIGINT, IN p_provider_id BIGINT, IN p_date DATE, IN p_time TIME, IN p_minutes SMALLINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_ends TIME DEFAULT ADDTIME(p_time, SEC_TO_TIME(p_minutes * 60));
    DECLARE v_taken INT DEFAULT 0;
    -- Locks the provider's day.
    CALL CheckTimeHeld(p_provider_id, p_date, p_time, p_minutes);
    SELECT COUNT(*) INTO v_taken
      FROM Appointment
     WHERE provider_id = p_provider_id
       AND date = p_date
       AND time < v_ends
       AND end_time > p_time
       AND status NOT IN ('Cancelled', 'Did not attend')
       AND appointment_id <> p_appointment_id
      LOCK IN SHARE MODE;
    IF v_taken > 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'slot_taken';
    END IF;
    -- What is past was as it was, whatever the hours are now; today, west of Greenwich, may be yesterday here.
    IF p_date >= CURRENT_DATE - INTERVAL 1 DAY THEN
        IF EXISTS (SELECT 1 FROM Holiday WHERE date = p_date AND place_id IS NULL)
           AND NOT IsWorkingTime(p_provider_id, p_date, p_time, v_ends) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'clinic_closed';
        END IF;
        IF NOT IsWorkingTime(p_provider_id, p_date, p_time, v_ends) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'outside_hours';
        END IF;
    END IF;
END
