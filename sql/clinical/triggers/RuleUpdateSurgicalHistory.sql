-- What was said stays: it is taken for an error once, and moves only when records are merged.
CREATE TRIGGER RuleUpdateSurgicalHistory BEFORE UPDATE ON SurgicalHistory FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR NEW.patient_id = OLD.patient_id AND OLD.voided_at IS NOT NULL
       OR NOT CAST(NEW.operation AS BINARY) <=> CAST(OLD.operation AS BINARY)
       OR NOT NEW.done_on <=> OLD.done_on
       OR NOT CAST(NEW.done_on_precision AS BINARY) <=> CAST(OLD.done_on_precision AS BINARY)
       OR NOT CAST(NEW.note AS BINARY) <=> CAST(OLD.note AS BINARY)
       OR NOT NEW.visit_id <=> OLD.visit_id
       OR NOT NEW.recorded_at <=> OLD.recorded_at
       OR NOT NEW.recorded_by <=> OLD.recorded_by THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_is_kept';
    END IF;
END
