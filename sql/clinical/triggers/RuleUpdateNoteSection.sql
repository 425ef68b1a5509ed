-- Signed words are locked; and nobody writes over what they have not seen: each saving says the next version.
CREATE TRIGGER RuleUpdateNoteSection BEFORE UPDATE ON NoteSection FOR EACH ROW
BEGIN
    DECLARE v_visit_id BIGINT;
    SELECT visit_id INTO v_visit_id FROM Note WHERE note_id = OLD.note_id FOR UPDATE;
    IF IsSigned(v_visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
    IF NEW.note_id <> OLD.note_id OR NEW.section <> OLD.section OR NEW.version <> OLD.version + 1 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_section_version_behind';
    END IF;
END
