-- An appointment whose visit has a signed note has ended, and is not opened again.
CREATE TRIGGER RuleReopenAppointment BEFORE UPDATE ON Appointment FOR EACH ROW
BEGIN
    IF OLD.status = 'Completed' AND NEW.status <> OLD.status AND EXISTS (
        SELECT 1 FROM NoteSignature
          JOIN Note ON Note.note_id = NoteSignature.note_id
          JOIN Visit ON Visit.visit_id = Note.visit_id
         WHERE Visit.appointment_id = OLD.appointment_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_step_stands';
    END IF;
END
