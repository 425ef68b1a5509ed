-- Writes down a time that is free again, if somebody waits for one of this provider or of anybody. Called by the
-- triggers of Appointment. West of Greenwich today's evening is yesterday here.
CREATE PROCEDURE RecordFreedSlot(
    IN p_provider_id BIGINT, IN p_date DATE, IN p_time TIME, IN p_minutes SMALLINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    IF p_date >= CURRENT_DATE - INTERVAL 1 DAY AND EXISTS (
        SELECT 1 FROM WaitingRequest
         WHERE closed_at IS NULL AND (provider_id IS NULL OR provider_id = p_provider_id)) THEN
        INSERT INTO FreedSlot (provider_id, date, time, duration_minutes)
        VALUES (p_provider_id, p_date, p_time, p_minutes);
    END IF;
END
