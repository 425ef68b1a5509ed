-- An insurance stays with its patient.
CREATE TRIGGER RuleUpdateInsurance BEFORE UPDATE ON Insurance FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
    END IF;
END
