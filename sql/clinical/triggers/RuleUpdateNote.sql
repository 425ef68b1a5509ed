-- A note stays with its visit.
CREATE TRIGGER RuleUpdateNote BEFORE UPDATE ON Note FOR EACH ROW
BEGIN
    IF NEW.visit_id <> OLD.visit_id OR IsSigned(OLD.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
END
