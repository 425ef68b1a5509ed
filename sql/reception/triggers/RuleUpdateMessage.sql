-- A message moves only along its paths, and what it says to whom never changes: sent and cancelled are final.
CREATE TRIGGER RuleUpdateMessage BEFORE UPDATE ON Message FOR EACH ROW
BEGIN
    IF NEW.state <> OLD.state AND NOT (
           OLD.state = 'queued' AND NEW.state IN ('sending', 'failed', 'cancelled')
        OR OLD.state = 'sending' AND NEW.state IN ('sent', 'queued', 'failed', 'unclear', 'cancelled')
        OR OLD.state = 'failed' AND NEW.state IN ('queued', 'sent', 'cancelled')
        OR OLD.state = 'unclear' AND NEW.state IN ('queued', 'sent', 'cancelled')) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'message_state_path';
    END IF;
    IF NOT ((NEW.patient_id = OLD.patient_id OR IsBeingMerged(OLD.patient_id, NEW.patient_id)) AND NEW.appointment_id <=> OLD.appointment_id
        AND NEW.purpose <=> OLD.purpose AND NEW.channel <=> OLD.channel AND NEW.recipient <=> OLD.recipient
        AND NEW.subject <=> OLD.subject AND NEW.body <=> OLD.body AND NEW.dedup_key <=> OLD.dedup_key) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'message_cannot_change';
    END IF;
END
