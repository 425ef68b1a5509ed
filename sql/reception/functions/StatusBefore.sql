-- The status to which an appointment's last step can be taken back, or NULL: a check-in or a room until somebody sees the
-- patient, the end or a missed appointment for a day.
CREATE FUNCTION StatusBefore(p_appointment_id BIGINT, p_status VARCHAR(20) CHARSET utf8mb4 COLLATE utf8mb4_unicode_520_ci)
RETURNS VARCHAR(20) CHARSET utf8mb4 COLLATE utf8mb4_unicode_520_ci READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_step BIGINT;
    DECLARE v_before VARCHAR(20) CHARSET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
    IF p_status IN ('Arrived', 'Roomed') THEN
        IF NOT EXISTS (SELECT 1 FROM Visit WHERE appointment_id = p_appointment_id AND started_at IS NULL) THEN
            RETURN NULL;
        END IF;
        RETURN IF(p_status = 'Roomed', 'Arrived', (
            SELECT status FROM AppointmentEvent
             WHERE appointment_id = p_appointment_id AND status IN ('Scheduled', 'Confirmed')
             ORDER BY appointment_event_id DESC LIMIT 1));
    END IF;
    IF p_status NOT IN ('Completed', 'Did not attend') THEN
        RETURN NULL;
    END IF;
    SET v_step = (
        SELECT MAX(appointment_event_id) FROM AppointmentEvent
         WHERE appointment_id = p_appointment_id AND event = 'status' AND status = p_status
           AND happened_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY);
    SET v_before = (
        SELECT status FROM AppointmentEvent
         WHERE appointment_id = p_appointment_id AND appointment_event_id < v_step
         ORDER BY appointment_event_id DESC LIMIT 1);
    -- The room has been given up, and may be another's by now.
    RETURN IF(v_before = 'Roomed', 'Arrived', v_before);
END
