-- A visit is written up once: as a note, or as a clinical record in the old form; a note begins unsigned.
CREATE TRIGGER RuleInsertNote BEFORE INSERT ON Note FOR EACH ROW
BEGIN
    IF EXISTS (SELECT 1 FROM ClinicalCare WHERE visit_id = NEW.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_exists';
    END IF;
    SET NEW.waits_for = 'author';
END
