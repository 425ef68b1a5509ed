-- What was carried stays as it was. An update says that the person the connection is signed for has read it; another
-- person reads it anew.
CREATE TRIGGER RuleUpdateCarriedText BEFORE UPDATE ON CarriedText FOR EACH ROW
BEGIN
    DECLARE v_visit_id BIGINT;
    SELECT visit_id INTO v_visit_id FROM Note WHERE note_id = OLD.note_id FOR UPDATE;
    IF IsSigned(v_visit_id) OR @emr_user_id IS NULL OR OLD.read_by <=> @emr_user_id
       OR NOT (CAST(NEW.body AS BINARY) <=> CAST(OLD.body AS BINARY) AND NEW.note_id = OLD.note_id
               AND NEW.section = OLD.section AND NEW.source_note_id = OLD.source_note_id
               AND NEW.carried_at = OLD.carried_at AND NEW.carried_by <=> OLD.carried_by) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'carried_text_stays';
    END IF;
    SET NEW.read_at = GREATEST(UtcNow(), OLD.carried_at), NEW.read_by = @emr_user_id;
END
