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
    CALL CheckPatientDays(NEW.date_of_birth, NEW.unknown_since, NEW.deceased_on);
END
