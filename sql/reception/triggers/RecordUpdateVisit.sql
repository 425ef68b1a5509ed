-- When a visit's day is corrected, the day on which the patient was last seen follows.
CREATE TRIGGER RecordUpdateVisit AFTER UPDATE ON Visit FOR EACH ROW
BEGIN
    IF NEW.date <> OLD.date OR NEW.patient_id <> OLD.patient_id THEN
        CALL RecordLastSeen(OLD.patient_id);
        CALL RecordLastSeen(NEW.patient_id);
    END IF;
END
