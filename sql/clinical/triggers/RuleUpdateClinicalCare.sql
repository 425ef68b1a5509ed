-- A clinical record stays with its visit, and with the signature under the note that it was filled from.
CREATE TRIGGER RuleUpdateClinicalCare BEFORE UPDATE ON ClinicalCare FOR EACH ROW
BEGIN
    IF NEW.visit_id <> OLD.visit_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_visit_cannot_change';
    END IF;
    IF IsSigned(OLD.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
END
