-- What was carried stays as it was; that it was read is said once.
CREATE TRIGGER RuleUpdateCarriedText BEFORE UPDATE ON CarriedText FOR EACH ROW
BEGIN
    DECLARE v_visit_id BIGINT;
    SELECT visit_id INTO v_visit_id FROM Note WHERE note_id = OLD.note_id FOR UPDATE;
    IF IsSigned(v_visit_id) OR OLD.read_at IS NOT NULL OR NEW.body <> OLD.body OR NEW.note_id <> OLD.note_id
       OR NEW.section <> OLD.section OR NEW.source_note_id <> OLD.source_note_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'carried_text_stays';
    END IF;
END
