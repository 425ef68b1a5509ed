-- An appointment goes from booked through the building to done, or is cancelled or missed, and is then closed for good,
-- but that a wrong last step can be taken back with a reason; it moves only while nobody has come to it.
CREATE TRIGGER RuleUpdateAppointment BEFORE UPDATE ON Appointment FOR EACH ROW
BEGIN
    DECLARE v_moves BOOLEAN DEFAULT NEW.patient_id <> OLD.patient_id
        AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) OR NEW.provider_id <> OLD.provider_id
        OR NEW.date <> OLD.date OR NEW.time <> OLD.time OR NEW.duration_minutes <> OLD.duration_minutes;
    DECLARE v_has_visit BOOLEAN DEFAULT FALSE;
    DECLARE v_is_undone BOOLEAN DEFAULT NEW.status <> OLD.status AND NOT v_moves AND NEW.undo_reason IS NOT NULL
        AND NEW.status <=> StatusBefore(OLD.appointment_id, OLD.status);
    IF NEW.status <> OLD.status OR v_moves THEN
        SET v_has_visit = EXISTS (SELECT 1 FROM Visit WHERE appointment_id = NEW.appointment_id);
    END IF;
    IF NEW.status <> OLD.status AND NOT v_is_undone THEN
        -- What was written of an earlier step says nothing of this one.
        SET NEW.undo_reason = NULL;
        IF OLD.status IN ('Completed', 'Cancelled', 'Did not attend')
           OR OLD.status IN ('Arrived', 'Roomed', 'With doctor', 'Checkout')
              AND NEW.status NOT IN ('Arrived', 'Roomed', 'With doctor', 'Checkout', 'Completed')
           -- A new time has not been confirmed.
           OR NEW.status = 'Scheduled' AND NOT v_moves THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_status_path';
        END IF;
    END IF;
    IF NEW.status <> OLD.status THEN
        IF NEW.status IN ('Arrived', 'Roomed', 'With doctor', 'Checkout') AND NOT v_has_visit THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_without_visit';
        END IF;
        IF NEW.status IN ('Cancelled', 'Did not attend') AND v_has_visit THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_has_visit';
        END IF;
        -- A clinic east of UTC is already in tomorrow.
        IF NEW.status IN ('Completed', 'Did not attend') AND NEW.date > CURRENT_DATE + INTERVAL 1 DAY THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_not_yet';
        END IF;
        IF NEW.status = 'Roomed' AND NOT EXISTS (
            SELECT 1 FROM RoomStay JOIN Visit ON Visit.visit_id = RoomStay.held_visit_id
             WHERE Visit.appointment_id = NEW.appointment_id) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_needs_room';
        END IF;
    END IF;
    IF v_moves THEN
        IF OLD.status NOT IN ('Scheduled', 'Confirmed') THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_closed';
        END IF;
        IF v_has_visit THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_has_visit';
        END IF;
        CALL CheckWhoIsBooked(NEW.patient_id, NEW.provider_id, NEW.date);
        IF NEW.status NOT IN ('Cancelled', 'Did not attend') AND NEW.overbooked_by IS NULL THEN
            CALL CheckAppointmentTime(
                NEW.appointment_id, NEW.provider_id, NEW.date, NEW.time, NEW.duration_minutes);
        END IF;
    ELSEIF v_is_undone AND OLD.status = 'Did not attend' AND NEW.overbooked_by IS NULL
           OR OLD.overbooked_by IS NOT NULL AND NEW.overbooked_by IS NULL
           AND NEW.status NOT IN ('Cancelled', 'Did not attend') THEN
        CALL CheckAppointmentTime(NEW.appointment_id, NEW.provider_id, NEW.date, NEW.time, NEW.duration_minutes);
    END IF;
END
