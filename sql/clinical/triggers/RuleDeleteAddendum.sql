-- An addendum is as lasting as the note it belongs to.
CREATE TRIGGER RuleDeleteAddendum BEFORE DELETE ON Addendum FOR EACH ROW
BEGIN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'addendum_is_for_good';
END
