-- Writes down a time to come that is free again, and who gave it up; not one that somebody else is booked into besides.
-- Called by the triggers of Appointment. West of Greenwich today's evening is yesterday here.
CREATE PROCEDURE RecordFreedSlot(
    IN p_provider_id BIGINT, IN p_patient_id BIGINT, IN p_date DATE, IN p_time TIME, IN p_minutes SMALLINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_ends TIME DEFAULT ADDTIME(p_time, SEC_TO_TIME(p_minutes * 60));
    IF p_date >= CURRENT_DATE - INTERVAL 1 DAY AND NOT EXISTS (
        SELECT 1 FROM Appointment
         WHERE provider_id = p_provider_id AND date = p_date AND time <= p_time AND end_time >= v_ends
           AND status NOT IN ('Cancelled', 'Did not attend')) THEN
        INSERT INTO FreedSlot (provider_id, patient_id, date, time, duration_minutes)
        VALUES (p_provider_id, p_patient_id, p_date, p_time, p_minutes);
    END IF;
END
