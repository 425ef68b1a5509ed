-- Two records are noted once and decided on once; that they were merged, or are to be asked of again, only a merge says.
CREATE TRIGGER RuleUpdatePossibleDuplicate BEFORE UPDATE ON PossibleDuplicate FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id OR NEW.other_patient_id <> OLD.other_patient_id
       OR CAST(NEW.reason AS BINARY) <> CAST(OLD.reason AS BINARY) OR NEW.found_at <> OLD.found_at
       OR NOT NEW.registered_by <=> OLD.registered_by
       OR (OLD.state <> 'open' OR NEW.state <> 'different')
          AND NOT EXISTS (SELECT 1 FROM PatientMerge WHERE state = 'moving') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'possible_duplicate_is_decided';
    END IF;
END
