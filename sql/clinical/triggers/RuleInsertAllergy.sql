-- Waits for whoever says "none known" of the same patient at this moment.
CREATE TRIGGER RuleInsertAllergy BEFORE INSERT ON Allergy FOR EACH ROW
BEGIN
    DECLARE v_found BIGINT;
    SELECT COUNT(*) INTO v_found FROM Patient WHERE patient_id = NEW.patient_id FOR UPDATE;
END
