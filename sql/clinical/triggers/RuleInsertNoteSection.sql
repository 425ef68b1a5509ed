-- A signed note gets no further section; the first version of one is 1.
CREATE TRIGGER RuleInsertNoteSection BEFORE INSERT ON NoteSection FOR EACH ROW
BEGIN
    DECLARE v_visit_id BIGINT;
    SELECT visit_id INTO v_visit_id FROM Note WHERE note_id = NEW.note_id FOR UPDATE;
    IF IsSigned(v_visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
    SET NEW.version = 1;
END
