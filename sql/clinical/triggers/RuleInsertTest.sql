-- A test is not dated in the future or before the patient's birth. One that is added to a signed visit says so by its
-- moment, which nobody puts back.
CREATE TRIGGER RuleInsertTest BEFORE INSERT ON Test FOR EACH ROW
BEGIN
    DECLARE v_visit_id BIGINT;
    -- A visit that does not exist is the foreign key's to refuse.
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_visit_id = NULL;
    -- Locked, so that whoever signs meanwhile waits and then finds the test.
    SELECT visit_id INTO v_visit_id FROM Visit WHERE visit_id = NEW.visit_id LOCK IN SHARE MODE;
    SET NEW.recorded_at = IF(IsSigned(v_visit_id), UtcNow(), LEAST(NEW.recorded_at, UtcNow()));
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_in_future';
    END IF;
    IF NEW.date < (SELECT p.date_of_birth FROM Visit AS v JOIN Patient AS p ON p.patient_id = v.patient_id
                    WHERE v.visit_id = NEW.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_before_birth';
    END IF;
END
