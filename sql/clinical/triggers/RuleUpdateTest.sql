-- A test stays with its visit and is not dated in the future or before the patient's birth.
CREATE TRIGGER RuleUpdateTest BEFORE UPDATE ON Test FOR EACH ROW
BEGIN
    IF NEW.visit_id <> OLD.visit_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_visit_cannot_change';
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
