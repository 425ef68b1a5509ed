-- An allergy stays with its patient, unless two records of one are merged; one that has ended or was an error is history.
CREATE TRIGGER RuleUpdateAllergy BEFORE UPDATE ON Allergy FOR EACH ROW
BEGIN
    DECLARE v_found BIGINT;
    IF NEW.patient_id <> OLD.patient_id THEN
        IF NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
        END IF;
    ELSE
        -- What was an error says nothing any more; what has ended can still turn out to be one.
        IF (OLD.voided_at IS NOT NULL
            OR OLD.ended_at IS NOT NULL AND NOT (NEW.voided_at IS NOT NULL AND NEW.ended_at <=> OLD.ended_at))
           AND NOT IsBeingMerged(NEW.patient_id, NEW.patient_id) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'allergy_is_history';
        END IF;
        IF NEW.recorded_at <> OLD.recorded_at OR NOT NEW.recorded_by <=> OLD.recorded_by
           OR NOT NEW.visit_id <=> OLD.visit_id THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'allergy_is_history';
        END IF;
        -- It is verified anew, never less.
        IF OLD.verified_at IS NOT NULL AND (NEW.verified_at IS NULL OR NEW.verified_at < OLD.verified_at)
           OR OLD.verified_by IS NOT NULL AND NEW.verified_by IS NULL THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'allergy_stays_verified';
        END IF;
        IF GREATEST(COALESCE(NEW.verified_at, NEW.recorded_at), COALESCE(NEW.ended_at, NEW.recorded_at))
           > UTC_TIMESTAMP(6) + INTERVAL 5 MINUTE THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'allergy_in_future';
        END IF;
        SELECT COUNT(*) INTO v_found FROM Patient WHERE patient_id = NEW.patient_id FOR UPDATE;
    END IF;
END
