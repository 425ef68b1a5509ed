-- What somebody has signed stays as it was read: a new wording is a new version.
CREATE TRIGGER RuleUpdateConsentForm BEFORE UPDATE ON ConsentForm FOR EACH ROW
BEGIN
    IF (CAST(NEW.code AS BINARY) <> CAST(OLD.code AS BINARY)
        OR CAST(NEW.version AS BINARY) <> CAST(OLD.version AS BINARY) OR NEW.starts_on <> OLD.starts_on
        OR CAST(NEW.title AS BINARY) <> CAST(OLD.title AS BINARY) OR CAST(NEW.body AS BINARY) <> CAST(OLD.body AS BINARY))
       AND EXISTS (SELECT 1 FROM Consent WHERE consent_form_id = OLD.consent_form_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'consent_form_signed';
    END IF;
END
