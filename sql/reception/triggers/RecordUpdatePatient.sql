-- Keeps the words by which a patient is found, and in what order: a name was changed, or the patient was seen.
CREATE TRIGGER RecordUpdatePatient AFTER UPDATE ON Patient FOR EACH ROW
BEGIN
    IF CAST(CONCAT_WS('|', NEW.family_name, NEW.given_name, NEW.middle_name, NEW.preferred_name, NEW.suffix) AS BINARY)
       <> CAST(CONCAT_WS('|', OLD.family_name, OLD.given_name, OLD.middle_name, OLD.preferred_name, OLD.suffix) AS BINARY)
    THEN
        DELETE FROM NameWord WHERE bearer_id = NEW.patient_id;
        CALL KeepNameWords(
            NEW.patient_id, NEW.family_name,
            CONCAT_WS(' ', NEW.given_name, NEW.middle_name, NEW.preferred_name, NEW.suffix), NEW.seen_order);
    ELSEIF NEW.seen_order <> OLD.seen_order THEN
        UPDATE NameWord SET seen_order = NEW.seen_order WHERE bearer_id = NEW.patient_id;
    END IF;
END
