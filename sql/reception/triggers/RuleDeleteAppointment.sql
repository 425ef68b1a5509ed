-- An appointment made by mistake takes its booking along; one with which more has happened stays, with its history.
CREATE TRIGGER RuleDeleteAppointment BEFORE DELETE ON Appointment FOR EACH ROW
BEGIN
    IF EXISTS (SELECT 1 FROM AppointmentEvent WHERE appointment_id = OLD.appointment_id AND event <> 'booked') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_has_history';
    END IF;
    DELETE FROM AppointmentEvent WHERE appointment_id = OLD.appointment_id;
END
