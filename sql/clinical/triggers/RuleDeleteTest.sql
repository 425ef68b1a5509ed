-- A test with results is history.
CREATE TRIGGER RuleDeleteTest BEFORE DELETE ON Test FOR EACH ROW
BEGIN
    IF OLD.results IS NOT NULL AND OLD.results <> '' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_has_results';
    END IF;
END
