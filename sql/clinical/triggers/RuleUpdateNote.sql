-- A note stays with its visit, and as it was signed; what it waits for follows from its signatures, whoever says otherwise.
CREATE TRIGGER RuleUpdateNote BEFORE UPDATE ON Note FOR EACH ROW
BEGIN
    IF NEW.visit_id <> OLD.visit_id OR NEW.note_id <> OLD.note_id
       OR NOT (NEW.started_at <=> OLD.started_at AND NEW.started_by <=> OLD.started_by) AND IsSigned(OLD.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
    SET NEW.waits_for = (
        SELECT CASE WHEN COUNT(*) = 0 THEN 'author' WHEN COUNT(*) = 1 AND MAX(needs_cosignature) THEN 'cosigner' END
          FROM NoteSignature WHERE note_id = OLD.note_id);
END
