-- An insurance stays with its patient, unless two records of one are merged; one that has ended is asked no more.
CREATE TRIGGER RuleUpdateInsurance BEFORE UPDATE ON Insurance FOR EACH ROW
BEGIN
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.holder_birth_date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'insurance_holder_birth_in_future';
    END IF;
    IF NEW.patient_id <> OLD.patient_id THEN
        IF NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
        END IF;
    ELSEIF NEW.ends_on < CURRENT_DATE AND NOT NEW.ends_on <=> OLD.ends_on THEN
        SET NEW.priority = NULL;
    ELSEIF NEW.ends_on < CURRENT_DATE - INTERVAL 1 DAY
           AND NEW.priority IS NOT NULL AND NOT NEW.priority <=> OLD.priority
           AND NOT IsBeingMerged(NEW.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'insurance_has_ended';
    END IF;
END
