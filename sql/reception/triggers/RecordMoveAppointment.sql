-- Writes a move to the appointment's history with its reason, which the row gives up: the next move says its own. The
-- pages move and cancel nothing without a reason.
CREATE TRIGGER RecordMoveAppointment BEFORE UPDATE ON Appointment FOR EACH ROW
BEGIN
    DECLARE v_is_page BOOLEAN DEFAULT SUBSTRING_INDEX(USER(), '@', 1) = '{app_account}';
    IF NEW.provider_id <> OLD.provider_id OR NEW.date <> OLD.date OR NEW.time <> OLD.time
       OR NEW.duration_minutes <> OLD.duration_minutes THEN
        IF v_is_page AND COALESCE(TRIM(NEW.move_reason), '') = '' THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_move_needs_reason';
        END IF;
        INSERT INTO AppointmentEvent (appointment_id, event, status, was_provider_id, was_date, was_time,
            was_duration_minutes, reason, happened_at, user_id, user_name)
        VALUES (NEW.appointment_id, 'moved', NEW.status, OLD.provider_id, OLD.date, OLD.time, OLD.duration_minutes,
            NEW.move_reason, UTC_TIMESTAMP(6), @emr_user_id,
            COALESCE(@emr_user_name, SUBSTRING_INDEX(USER(), '@', 1)));
    END IF;
    SET NEW.move_reason = NULL;
    IF v_is_page AND NEW.status = 'Cancelled' AND OLD.status <> 'Cancelled'
       AND COALESCE(TRIM(NEW.cancel_reason), '') = '' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_cancel_needs_reason';
    END IF;
END
