-- Writes the booking to the appointment's history.
CREATE TRIGGER RecordInsertAppointment AFTER INSERT ON Appointment FOR EACH ROW
INSERT INTO AppointmentEvent (appointment_id, event, status, happened_at, user_id, user_name)
VALUES (NEW.appointment_id, 'booked', NEW.status, UTC_TIMESTAMP(6), @emr_user_id,
        COALESCE(@emr_user_name, SUBSTRING_INDEX(USER(), '@', 1)))
