-- A row of {table} goes to another patient when two records are merged, or parted, and at no other time.
CREATE TRIGGER MergedUpdate{noun} BEFORE UPDATE ON {table} FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
    END IF;
END
