-- A note that was signed is never deleted.
CREATE TRIGGER RuleDeleteNote BEFORE DELETE ON Note FOR EACH ROW
BEGIN
    IF IsSigned(OLD.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
END
