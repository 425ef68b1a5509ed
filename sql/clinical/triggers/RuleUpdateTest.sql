-- A test stays with its visit and is not dated in the future or before the patient's birth; of one that a signed note
-- names, only the day and the results are still told.
CREATE TRIGGER RuleUpdateTest BEFORE UPDATE ON Test FOR EACH ROW
BEGIN
    IF NEW.visit_id <> OLD.visit_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_visit_cannot_change';
    END IF;
    IF NEW.recorded_at > OLD.recorded_at THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_moment_stays';
    END IF;
    IF NOT (NEW.test_id = OLD.test_id AND CAST(NEW.type AS BINARY) <=> CAST(OLD.type AS BINARY)
            AND NEW.recorded_at = OLD.recorded_at) THEN
        CALL RefuseSignedTest(OLD.visit_id, OLD.recorded_at);
    END IF;
    CALL CheckTestDay(NEW.visit_id, NEW.date);
END
