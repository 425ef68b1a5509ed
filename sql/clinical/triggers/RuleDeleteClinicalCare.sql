-- A clinical record can be taken back for a day; then it is history.
CREATE TRIGGER RuleDeleteClinicalCare BEFORE DELETE ON ClinicalCare FOR EACH ROW
BEGIN
    IF OLD.recorded_at < UTC_TIMESTAMP() - INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_historic';
    END IF;
END
