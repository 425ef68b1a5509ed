-- A medical record number is for life, a birth date stands before every visit, only a merge merges, and a merged record
-- stays as it was.
CREATE TRIGGER RuleUpdatePatient BEFORE UPDATE ON Patient FOR EACH ROW
BEGIN
    IF NEW.mrn <> OLD.mrn THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'mrn_is_permanent';
    END IF;
    IF NOT (NEW.merged_into_id <=> OLD.merged_into_id AND OLD.merged_into_id IS NULL)
       AND NOT EXISTS (SELECT 1 FROM PatientMerge WHERE state = 'moving') THEN
        IF OLD.merged_into_id IS NULL OR NEW.merged_into_id IS NULL THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_by_procedure';
        END IF;
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_is_merged';
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
    -- Somebody knows now who this is.
    IF NEW.family_name <> OLD.family_name AND NEW.family_name <> 'Unknown' THEN
        SET NEW.unknown_since = NULL;
    END IF;
    IF NOT NEW.date_of_birth <=> OLD.date_of_birth
       AND EXISTS (SELECT 1 FROM Visit WHERE patient_id = NEW.patient_id AND date < NEW.date_of_birth) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_before_birth';
    END IF;
END
