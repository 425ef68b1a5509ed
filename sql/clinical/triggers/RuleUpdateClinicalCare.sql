-- A clinical record stays with its visit, and with the signature under the note that it was filled from; and only who
-- may finish a visit without a second signature changes one that is not signed.
CREATE TRIGGER RuleUpdateClinicalCare BEFORE UPDATE ON ClinicalCare FOR EACH ROW
BEGIN
    IF NEW.visit_id <> OLD.visit_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_visit_cannot_change';
    END IF;
    IF IsSigned(OLD.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
    IF @emr_user_id IS NOT NULL AND NOT UserMay(@emr_user_id, 'clinical.change_clinicalrecord') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_is_not_yours';
    END IF;
END
