-- A consent is withdrawn once; nothing else about it ever changes.
CREATE TRIGGER RuleUpdateConsent BEFORE UPDATE ON Consent FOR EACH ROW
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR NEW.patient_id <> OLD.patient_id OR NEW.consent_form_id <> OLD.consent_form_id
       OR NEW.decision <> OLD.decision OR NEW.signed_at <> OLD.signed_at OR NEW.signed_by_name <> OLD.signed_by_name
       OR NEW.signed_by_relation <> OLD.signed_by_relation OR NEW.method <> OLD.method
       OR NOT NEW.recorded_by <=> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'consent_is_history';
    END IF;
END
