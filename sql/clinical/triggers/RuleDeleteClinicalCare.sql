-- A clinical record can be taken back for a day; then, or once it is signed, it is history.
CREATE TRIGGER RuleDeleteClinicalCare BEFORE DELETE ON ClinicalCare FOR EACH ROW
BEGIN
    IF IsSigned(OLD.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
    IF OLD.recorded_at < UTC_TIMESTAMP() - INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_historic';
    END IF;
END
