-- What was said stays: it is taken for an error once, and moves only when records are merged.
CREATE TRIGGER RuleUpdateFamilyHistory BEFORE UPDATE ON FamilyHistory FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR NEW.patient_id = OLD.patient_id AND OLD.voided_at IS NOT NULL
       OR NOT CAST(NEW.relation AS BINARY) <=> CAST(OLD.relation AS BINARY)
       OR NOT CAST(NEW.illness AS BINARY) <=> CAST(OLD.illness AS BINARY)
       OR NOT NEW.age_at_onset <=> OLD.age_at_onset
       OR NOT NEW.died_of_it <=> OLD.died_of_it
       OR NOT CAST(NEW.note AS BINARY) <=> CAST(OLD.note AS BINARY)
       OR NOT NEW.visit_id <=> OLD.visit_id
       OR NOT NEW.recorded_at <=> OLD.recorded_at
       OR NOT NEW.recorded_by <=> OLD.recorded_by THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_is_kept';
    END IF;
END
