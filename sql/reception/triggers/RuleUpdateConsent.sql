-- A consent is withdrawn once, and not in the future; nothing else about it ever changes, but when records are merged.
CREATE TRIGGER RuleUpdateConsent BEFORE UPDATE ON Consent FOR EACH ROW
BEGIN
    IF OLD.withdrawn_at IS NOT NULL AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id)
       OR NEW.consent_form_id <> OLD.consent_form_id
       OR NEW.decision <> OLD.decision OR NEW.signed_at <> OLD.signed_at
       OR CAST(NEW.signed_by_name AS BINARY) <> CAST(OLD.signed_by_name AS BINARY)
       OR NEW.signed_by_relation <> OLD.signed_by_relation OR NEW.method <> OLD.method
       OR NOT NEW.recorded_by <=> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at
       OR NEW.withdrawn_at IS NULL AND NEW.withdrawn_by IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'consent_is_history';
    END IF;
    -- A few minutes: the clocks of two machines differ.
    IF NEW.withdrawn_at > UTC_TIMESTAMP(6) + INTERVAL 5 MINUTE THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'consent_in_future';
    END IF;
END
