-- Once its note is signed, a visit keeps its number, its day, its provider and its reason; the patient still leaves, and
-- a merge still moves it.
CREATE TRIGGER RuleUpdateSignedVisit BEFORE UPDATE ON Visit FOR EACH ROW
BEGIN
    IF NOT (NEW.visit_id = OLD.visit_id AND NEW.date = OLD.date AND NEW.time <=> OLD.time
            AND NEW.provider_id = OLD.provider_id AND NEW.appointment_id <=> OLD.appointment_id
            AND CAST(NEW.reason AS BINARY) <=> CAST(OLD.reason AS BINARY)
            AND CAST(NEW.facility AS BINARY) <=> CAST(OLD.facility AS BINARY)) THEN
        IF IsSigned(OLD.visit_id) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_is_signed';
        END IF;
    END IF;
END
