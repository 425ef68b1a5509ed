-- What a patient asked stays as it was asked, and is answered once.
CREATE TRIGGER RuleUpdatePortalRequest BEFORE UPDATE ON PortalRequest FOR EACH ROW
BEGIN
    IF NEW.kind <> OLD.kind OR CAST(NEW.words AS BINARY) <> CAST(OLD.words AS BINARY) OR NEW.asked_at <> OLD.asked_at
       OR OLD.answered_at IS NOT NULL AND NEW.patient_id = OLD.patient_id
       OR NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'portal_request_is_history';
    END IF;
END
