-- A freed time that is booked is gone; what is left of it, before and after, is a freed time of its own.
-- Called by the triggers of Appointment.
CREATE PROCEDURE RecordTakenTime(IN p_provider_id BIGINT, IN p_date DATE, IN p_time TIME, IN p_minutes SMALLINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_ends TIME DEFAULT ADDTIME(p_time, SEC_TO_TIME(p_minutes * 60));
    IF p_date >= CURRENT_DATE AND EXISTS (
        SELECT 1 FROM FreedSlot
         WHERE provider_id = p_provider_id AND date = p_date AND time < v_ends AND end_time > p_time
           AND (done_at IS NULL OR done_as = 'nobody')) THEN
        INSERT INTO FreedSlot (provider_id, patient_id, date, time, duration_minutes, freed_at)
        SELECT provider_id, patient_id, date, time, TIME_TO_SEC(TIMEDIFF(p_time, time)) DIV 60, freed_at
          FROM FreedSlot
         WHERE provider_id = p_provider_id AND date = p_date AND time < v_ends AND end_time > p_time
           AND (done_at IS NULL OR done_as = 'nobody') AND TIME_TO_SEC(TIMEDIFF(p_time, time)) >= 300;
        INSERT INTO FreedSlot (provider_id, patient_id, date, time, duration_minutes, freed_at)
        SELECT provider_id, patient_id, date, v_ends, TIME_TO_SEC(TIMEDIFF(end_time, v_ends)) DIV 60, freed_at
          FROM FreedSlot
         WHERE provider_id = p_provider_id AND date = p_date AND time < v_ends AND end_time > p_time
           AND (done_at IS NULL OR done_as = 'nobody') AND TIME_TO_SEC(TIMEDIFF(end_time, v_ends)) >= 300;
        UPDATE FreedSlot
           SET done_at = UTC_TIMESTAMP(6), done_as = 'gone'
         WHERE provider_id = p_provider_id AND date = p_date AND time < v_ends AND end_time > p_time
           AND (done_at IS NULL OR done_as = 'nobody');
    END IF;
END
