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
    CALL CheckPatientDays(NEW.date_of_birth, NEW.unknown_since, NEW.deceased_on);
    -- Somebody knows now who this is.
    IF NEW.family_name <> OLD.family_name AND NEW.family_name <> 'Unknown' THEN
        SET NEW.unknown_since = NULL;
    END IF;
    IF NOT NEW.date_of_birth <=> OLD.date_of_birth
       AND EXISTS (SELECT 1 FROM Visit WHERE patient_id = NEW.patient_id AND date < NEW.date_of_birth) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_before_birth';
    END IF;
END
