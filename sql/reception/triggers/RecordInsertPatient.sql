-- Writes down by which words a new patient is found.
CREATE TRIGGER RecordInsertPatient AFTER INSERT ON Patient FOR EACH ROW
CALL KeepNameWords(
    NEW.patient_id, NEW.family_name,
    CONCAT_WS(' ', NEW.given_name, NEW.middle_name, NEW.preferred_name, NEW.suffix), NEW.seen_order)
