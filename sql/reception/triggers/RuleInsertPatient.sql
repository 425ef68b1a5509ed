-- Gives a new patient the next medical record number, and checks one that came from elsewhere; only a merge merges.
CREATE TRIGGER RuleInsertPatient BEFORE INSERT ON Patient FOR EACH ROW
BEGIN
    IF NEW.mrn = '' THEN
        INSERT INTO MrnSequence () VALUES ();
        SET NEW.mrn = CONCAT(LAST_INSERT_ID(), MrnCheckDigit(LAST_INSERT_ID()));
    ELSEIF NEW.mrn NOT REGEXP '^[0-9]{2,12}$' OR MrnCheckDigit(NEW.mrn) <> '0' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mrn_check_digit';
    END IF;
    IF NEW.merged_into_id IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_by_procedure';
    END IF;
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.date_of_birth > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'birth_in_future';
    END IF;
    -- A few minutes: the clocks of two machines differ.
    IF NEW.unknown_since > UTC_TIMESTAMP(6) + INTERVAL 5 MINUTE THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'unknown_in_future';
    END IF;
    IF NEW.deceased_on > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'death_in_future';
    END IF;
END
