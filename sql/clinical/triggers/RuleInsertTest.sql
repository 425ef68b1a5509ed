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
    CALL CheckTestDay(NEW.visit_id, NEW.date);
END
