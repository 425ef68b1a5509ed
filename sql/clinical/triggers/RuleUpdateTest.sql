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
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_in_future';
    END IF;
    IF NEW.date < (SELECT p.date_of_birth FROM Visit AS v JOIN Patient AS p ON p.patient_id = v.patient_id
                    WHERE v.visit_id = NEW.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_before_birth';
    END IF;
END
