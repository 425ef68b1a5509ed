-- A diagnosis of a visit is ranked anew or removed, once, before the visit's note is signed; nothing
-- else about it changes, but when records are merged.
CREATE TRIGGER RuleUpdateVisitDiagnosis BEFORE UPDATE ON VisitDiagnosis FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR OLD.removed_at IS NOT NULL AND NEW.patient_id = OLD.patient_id
       OR NEW.visit_id <> OLD.visit_id OR NEW.problem_id <> OLD.problem_id
       OR NOT NEW.recorded_by <=> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_diagnosis_is_history';
    END IF;
    IF NOT (NEW.visit_diagnosis_id = OLD.visit_diagnosis_id AND NEW.diagnosis_rank = OLD.diagnosis_rank
            AND NEW.removed_at <=> OLD.removed_at AND NEW.removed_by <=> OLD.removed_by) THEN
        CALL RefuseSignedVisit(OLD.visit_id);
    END IF;
END
