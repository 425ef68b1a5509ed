-- Nothing is verified or over in the future. Waits for whoever says "none known" of the same patient at this moment.
CREATE TRIGGER RuleInsertAllergy BEFORE INSERT ON Allergy FOR EACH ROW
BEGIN
    DECLARE v_found BIGINT;
    -- A few minutes: the clocks of two machines differ.
    IF GREATEST(NEW.recorded_at, COALESCE(NEW.verified_at, NEW.recorded_at), COALESCE(NEW.ended_at, NEW.recorded_at))
       > UTC_TIMESTAMP(6) + INTERVAL 5 MINUTE THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'allergy_in_future';
    END IF;
    SELECT COUNT(*) INTO v_found FROM Patient WHERE patient_id = NEW.patient_id FOR UPDATE;
END
