-- Nothing is written of a patient in {table} whose record was merged; the patient's row is read as the foreign key reads it, so
-- that whoever writes while a merge is under way waits for its end.
CREATE TRIGGER MergedInsert{noun} BEFORE INSERT ON {table} FOR EACH ROW
BEGIN
    DECLARE v_merged_into BIGINT;
    SELECT MAX(merged_into_id) INTO v_merged_into FROM Patient WHERE patient_id = NEW.patient_id LOCK IN SHARE MODE;
    IF v_merged_into IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_is_merged';
    END IF;
END
