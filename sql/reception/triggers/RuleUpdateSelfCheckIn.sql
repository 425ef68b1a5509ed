-- What a patient said at the door stays as it was said; the desk sees to it once, and takes the check-in back once.
CREATE TRIGGER RuleUpdateSelfCheckIn BEFORE UPDATE ON SelfCheckIn FOR EACH ROW
BEGIN
    IF NEW.appointment_id <> OLD.appointment_id OR NEW.insurance_answer <> OLD.insurance_answer
       OR NOT NEW.insurance_words <=> OLD.insurance_words OR NEW.done_at <> OLD.done_at
       OR OLD.seen_to_at IS NOT NULL AND NOT NEW.seen_to_at <=> OLD.seen_to_at
       OR OLD.undone_at IS NOT NULL AND NOT NEW.undone_at <=> OLD.undone_at
       OR NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'self_check_in_is_history';
    END IF;
END
