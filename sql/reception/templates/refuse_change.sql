-- A row of {table} may be given to another patient, but to none whose record was merged.
CREATE TRIGGER MergedUpdate{noun} BEFORE UPDATE ON {table} FOR EACH ROW
BEGIN
    DECLARE v_merged_into BIGINT;
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SELECT MAX(merged_into_id) INTO v_merged_into
          FROM Patient WHERE patient_id = NEW.patient_id LOCK IN SHARE MODE;
        IF v_merged_into IS NOT NULL THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_is_merged';
        END IF;
    END IF;
END
