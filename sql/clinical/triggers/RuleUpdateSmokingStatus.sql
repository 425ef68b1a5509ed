-- What was said stays: it is replaced or taken for an error once, and moves only when records are merged.
CREATE TRIGGER RuleUpdateSmokingStatus BEFORE UPDATE ON SmokingStatus FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR NEW.patient_id = OLD.patient_id AND OLD.voided_at IS NOT NULL OR OLD.replaced_at IS NOT NULL AND NOT NEW.replaced_at <=> OLD.replaced_at
           AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR NOT CAST(NEW.status AS BINARY) <=> CAST(OLD.status AS BINARY)
       OR NOT NEW.packs_per_day <=> OLD.packs_per_day
       OR NOT NEW.quit_on <=> OLD.quit_on
       OR NOT NEW.visit_id <=> OLD.visit_id
       OR NOT NEW.recorded_at <=> OLD.recorded_at
       OR NOT NEW.recorded_by <=> OLD.recorded_by THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_is_kept';
    END IF;
END
