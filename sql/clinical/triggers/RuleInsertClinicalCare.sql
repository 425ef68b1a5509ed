-- A visit whose note is being written gets its clinical record by signing, not beside it; and only who may finish a
-- visit without a second signature writes a record that is not signed.
CREATE TRIGGER RuleInsertClinicalCare BEFORE INSERT ON ClinicalCare FOR EACH ROW
BEGIN
    IF NOT IsSigned(NEW.visit_id) THEN
        IF EXISTS (SELECT 1 FROM Note WHERE visit_id = NEW.visit_id) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_has_note';
        END IF;
        IF @emr_user_id IS NOT NULL AND NOT UserMay(@emr_user_id, 'clinical.add_clinicalrecord') THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_is_not_yours';
        END IF;
    END IF;
END
