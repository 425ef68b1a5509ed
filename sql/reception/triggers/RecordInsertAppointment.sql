-- Writes the booking to the appointment's history, and takes its time from what the waiting list has to offer.
CREATE TRIGGER RecordInsertAppointment AFTER INSERT ON Appointment FOR EACH ROW
BEGIN
    INSERT INTO AppointmentEvent (appointment_id, event, status, happened_at, user_id, user_name)
    VALUES (NEW.appointment_id, 'booked', NEW.status, UTC_TIMESTAMP(6), @emr_user_id,
            COALESCE(@emr_user_name, SUBSTRING_INDEX(USER(), '@', 1)));
    IF NEW.status NOT IN ('Cancelled', 'Did not attend') THEN
        CALL RecordTakenTime(NEW.provider_id, NEW.date, NEW.time, NEW.duration_minutes);
    END IF;
END
