-- A prescription can be taken back for a day; then, or once the visit's note is signed, it is ended, not removed.
CREATE TRIGGER RuleDeletePrescription BEFORE DELETE ON Prescription FOR EACH ROW
BEGIN
    CALL RefuseSignedVisit(OLD.visit_id);
    IF OLD.recorded_at < UTC_TIMESTAMP() - INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_historic';
    END IF;
END
