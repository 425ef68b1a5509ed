-- A test with results is history, and one that a signed note names.
CREATE TRIGGER RuleDeleteTest BEFORE DELETE ON Test FOR EACH ROW
BEGIN
    CALL RefuseSignedTest(OLD.visit_id, OLD.recorded_at);
    IF OLD.results IS NOT NULL AND OLD.results <> '' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_has_results';
    END IF;
END
