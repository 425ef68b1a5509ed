-- What was said stays: it is replaced or taken for an error once, and moves only when records are merged.
CREATE TRIGGER RuleUpdateSocialHistory BEFORE UPDATE ON SocialHistory FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR NEW.patient_id = OLD.patient_id AND OLD.voided_at IS NOT NULL OR OLD.replaced_at IS NOT NULL AND NOT NEW.replaced_at <=> OLD.replaced_at
           AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR NOT CAST(NEW.kind AS BINARY) <=> CAST(OLD.kind AS BINARY)
       OR NOT CAST(NEW.words AS BINARY) <=> CAST(OLD.words AS BINARY)
       OR NOT NEW.visit_id <=> OLD.visit_id
       OR NOT NEW.recorded_at <=> OLD.recorded_at
       OR NOT NEW.recorded_by <=> OLD.recorded_by THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_is_kept';
    END IF;
END
