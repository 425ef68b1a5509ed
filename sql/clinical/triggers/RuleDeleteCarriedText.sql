-- Where a text came from is not forgotten.
CREATE TRIGGER RuleDeleteCarriedText BEFORE DELETE ON CarriedText FOR EACH ROW
BEGIN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'carried_text_stays';
END
