-- A clinical record stays with its visit.
CREATE TRIGGER RuleUpdateClinicalCare BEFORE UPDATE ON ClinicalCare FOR EACH ROW
BEGIN
    IF NEW.visit_id <> OLD.visit_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_visit_cannot_change';
    END IF;
END
