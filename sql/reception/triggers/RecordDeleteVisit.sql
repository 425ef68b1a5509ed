-- When a visit goes, the patient was last seen on the day of another, or never.
CREATE TRIGGER RecordDeleteVisit AFTER DELETE ON Visit FOR EACH ROW
BEGIN
    CALL RecordLastSeen(OLD.patient_id);
END
