-- Lets the note look for the signature that it waits for now: RuleUpdateNote knows which.
CREATE TRIGGER RecordInsertNoteSignature AFTER INSERT ON NoteSignature FOR EACH ROW
BEGIN
    UPDATE Note SET waits_for = NULL WHERE note_id = NEW.note_id;
END
