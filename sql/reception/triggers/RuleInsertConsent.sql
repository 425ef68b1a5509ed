-- Nobody has signed in the future, or before the text was there, or a text that is no longer asked.
CREATE TRIGGER RuleInsertConsent BEFORE INSERT ON Consent FOR EACH ROW
BEGIN
    -- A few minutes: the clocks of two machines differ.
    IF NEW.signed_at > UTC_TIMESTAMP(6) + INTERVAL 5 MINUTE THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'consent_in_future';
    END IF;
    -- A day: the text begins on the clinic's date, the signature is a moment of UTC.
    IF EXISTS (SELECT 1 FROM ConsentForm WHERE consent_form_id = NEW.consent_form_id
                  AND NEW.signed_at < starts_on - INTERVAL 1 DAY) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'consent_before_its_form';
    END IF;
    IF EXISTS (SELECT 1 FROM ConsentForm WHERE consent_form_id = NEW.consent_form_id AND retired_at < NEW.signed_at) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'consent_form_retired';
    END IF;
END
