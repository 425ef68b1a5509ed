-- A problem stays with its patient, its code, who wrote it, and the words that a signed note has of it; what was entered
-- in error never changes again; new days are within the patient's life.
CREATE TRIGGER RuleUpdateProblem BEFORE UPDATE ON Problem FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'problem_patient_cannot_change';
    END IF;
    IF OLD.voided_at IS NOT NULL AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'problem_is_voided';
    END IF;
    IF NOT NEW.icd10_code <=> OLD.icd10_code OR NOT NEW.visit_id <=> OLD.visit_id
       OR CAST(NEW.description AS BINARY) <> CAST(OLD.description AS BINARY)
          AND (OLD.icd10_code IS NOT NULL
               OR EXISTS (SELECT 1 FROM VisitDiagnosis AS d
                           WHERE d.problem_id = OLD.problem_id AND d.removed_at IS NULL AND IsSigned(d.visit_id)))
       OR NOT NEW.recorded_by <=> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'problem_is_what_was_recorded';
    END IF;
    -- A death that was recorded since must not keep a wrong problem from being voided.
    IF NOT (NEW.onset_on <=> OLD.onset_on AND NEW.onset_as <=> OLD.onset_as AND NEW.resolved_on <=> OLD.resolved_on) THEN
        CALL CheckProblemDays(NEW.patient_id, NEW.onset_on, NEW.onset_as, NEW.resolved_on);
    END IF;
END
