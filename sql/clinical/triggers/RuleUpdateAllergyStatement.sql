-- An answer was given as it was given: only a merge of two records moves it.
CREATE TRIGGER RuleUpdateAllergyStatement BEFORE UPDATE ON AllergyStatement FOR EACH ROW
BEGIN
    IF NEW.patient_id = OLD.patient_id OR NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR CAST(NEW.answer AS BINARY) <> CAST(OLD.answer AS BINARY) OR NEW.stated_at <> OLD.stated_at
       OR NOT NEW.stated_by <=> OLD.stated_by OR NOT NEW.visit_id <=> OLD.visit_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'allergy_statement_is_history';
    END IF;
END
