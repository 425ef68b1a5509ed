-- An appointment made by mistake takes its history along; the audit log keeps that it was there.
CREATE TRIGGER RuleDeleteAppointment BEFORE DELETE ON Appointment FOR EACH ROW
DELETE FROM AppointmentEvent WHERE appointment_id = OLD.appointment_id
