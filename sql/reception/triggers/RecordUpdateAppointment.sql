-- Writes a new status to the appointment's history, what it means to the visit and its room, and the time that is free
-- again to the waiting list. A wish to come before it ends with it, and one for another time with the move.
CREATE TRIGGER RecordUpdateAppointment AFTER UPDATE ON Appointment FOR EACH ROW
BEGIN
    DECLARE v_now DATETIME(6) DEFAULT UTC_TIMESTAMP(6);
    -- A move is written with the status it has (RecordMoveAppointment).
    IF NEW.status <> OLD.status AND NEW.provider_id = OLD.provider_id AND NEW.date = OLD.date
       AND NEW.time = OLD.time AND NEW.duration_minutes = OLD.duration_minutes THEN
        -- The rule clears the reason of every step but one that is taken back.
        INSERT INTO AppointmentEvent (appointment_id, event, status, reason, happened_at, user_id, user_name)
        VALUES (NEW.appointment_id, IF(NEW.undo_reason IS NULL, 'status', 'undone'), NEW.status,
            COALESCE(NEW.undo_reason, IF(NEW.status = 'Cancelled', NEW.cancel_reason, NULL)), v_now,
            @emr_user_id, COALESCE(@emr_user_name, SUBSTRING_INDEX(USER(), '@', 1)));
    END IF;
    IF OLD.status NOT IN ('Cancelled', 'Did not attend')
       AND (NEW.status IN ('Cancelled', 'Did not attend') OR NEW.provider_id <> OLD.provider_id
            OR NEW.date <> OLD.date OR NEW.time <> OLD.time) THEN
        CALL RecordFreedSlot(OLD.provider_id, OLD.patient_id, OLD.date, OLD.time, OLD.duration_minutes);
    END IF;
    IF NEW.status NOT IN ('Cancelled', 'Did not attend')
       AND (NEW.provider_id <> OLD.provider_id OR NEW.date <> OLD.date OR NEW.time <> OLD.time
            OR NEW.duration_minutes <> OLD.duration_minutes) THEN
        CALL RecordTakenTime(NEW.provider_id, NEW.date, NEW.time, NEW.duration_minutes);
    END IF;
    -- Who asked for another time has one, or needs none; with somebody else at the same time the wish still waits.
    IF NEW.date <> OLD.date OR NEW.time <> OLD.time OR NEW.status = 'Cancelled' AND OLD.status <> 'Cancelled' THEN
        UPDATE AppointmentAnswer SET seen_to_at = v_now, seen_to_by = @emr_user_id
         WHERE appointment_id = NEW.appointment_id AND is_waiting = 1;
    END IF;
    IF OLD.status IN ('Scheduled', 'Confirmed') AND NEW.status NOT IN ('Scheduled', 'Confirmed') THEN
        UPDATE SlotOffer
           SET state = 'withdrawn', answered_at = v_now
         WHERE state = 'open' AND waiting_request_id IN (
               SELECT waiting_request_id FROM WaitingRequest
                WHERE appointment_id = NEW.appointment_id AND closed_at IS NULL);
        UPDATE WaitingRequest
           SET closed_at = v_now, closed_as = 'over'
         WHERE appointment_id = NEW.appointment_id AND closed_at IS NULL;
    END IF;
    IF NEW.status <> OLD.status THEN
        IF NEW.status = 'With doctor' THEN
            UPDATE Visit SET started_at = GREATEST(v_now, COALESCE(arrived_at, v_now))
             WHERE appointment_id = NEW.appointment_id AND started_at IS NULL;
        END IF;
        IF NEW.status = 'Completed' THEN
            UPDATE Visit SET left_at = GREATEST(v_now, COALESCE(arrived_at, v_now))
             WHERE appointment_id = NEW.appointment_id AND left_at IS NULL;
        END IF;
        -- Whose end is taken back is still here.
        IF OLD.status = 'Completed' THEN
            UPDATE Visit SET left_at = NULL WHERE appointment_id = NEW.appointment_id;
        END IF;
        -- A check-in that is taken back never was: its visit goes, unless something refers to it.
        IF OLD.status = 'Arrived' AND NEW.status IN ('Scheduled', 'Confirmed') THEN
            BEGIN
                DECLARE EXIT HANDLER FOR 1451 SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_step_stands';
                DELETE RoomStay FROM RoomStay JOIN Visit ON Visit.visit_id = RoomStay.visit_id
                 WHERE Visit.appointment_id = NEW.appointment_id;
                DELETE FROM Visit WHERE appointment_id = NEW.appointment_id;
            END;
            -- What the patient said at the door was said all the same.
            UPDATE SelfCheckIn SET undone_at = v_now WHERE appointment_id = NEW.appointment_id AND is_live = 1;
        END IF;
        -- A room is free again as soon as its patient waits outside, pays or leaves.
        IF NEW.status IN ('Arrived', 'Checkout', 'Completed') THEN
            UPDATE RoomStay JOIN Visit ON Visit.visit_id = RoomStay.held_visit_id
               SET RoomStay.left_at = GREATEST(v_now, RoomStay.entered_at)
             WHERE Visit.appointment_id = NEW.appointment_id;
        END IF;
    END IF;
END
