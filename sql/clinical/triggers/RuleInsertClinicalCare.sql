-- A visit whose note is being written gets its clinical record by signing, not beside it.
CREATE TRIGGER RuleInsertClinicalCare BEFORE INSERT ON ClinicalCare FOR EACH ROW
BEGIN
    IF EXISTS (SELECT 1 FROM Note WHERE visit_id = NEW.visit_id) AND NOT IsSigned(NEW.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_has_note';
    END IF;
END
