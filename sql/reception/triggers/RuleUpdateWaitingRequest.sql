-- A wish stays with its patient, and once closed it is history.
CREATE TRIGGER RuleUpdateWaitingRequest BEFORE UPDATE ON WaitingRequest FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
    END IF;
    IF OLD.closed_at IS NOT NULL AND NEW.patient_id = OLD.patient_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'waiting_request_closed';
    END IF;
END
