-- An operation was done within the patient's life.
CREATE TRIGGER RuleInsertSurgicalHistory BEFORE INSERT ON SurgicalHistory FOR EACH ROW
BEGIN
    CALL CheckHistoryDay(NEW.patient_id, NEW.done_on, NEW.done_on_precision);
END
