-- A clinical record can be taken back for a day, by who may; then, or once it is signed, it is history.
CREATE TRIGGER RuleDeleteClinicalCare BEFORE DELETE ON ClinicalCare FOR EACH ROW
BEGIN
    IF IsSigned(OLD.visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
    IF OLD.recorded_at < UTC_TIMESTAMP() - INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_historic';
    END IF;
    IF @emr_user_id IS NOT NULL AND NOT UserMay(@emr_user_id, 'clinical.delete_clinicalrecord') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_is_not_yours';
    END IF;
END
