-- Whoever stopped smoking did so within their life.
CREATE TRIGGER RuleInsertSmokingStatus BEFORE INSERT ON SmokingStatus FOR EACH ROW
BEGIN
    CALL CheckHistoryDay(NEW.patient_id, NEW.quit_on, 'day');
END
