-- A visit is not before the patient's birth, not in the future, and stays with its patient.
CREATE TRIGGER RuleUpdateVisit BEFORE UPDATE ON Visit FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
    END IF;
    IF NEW.date < (SELECT date_of_birth FROM Patient WHERE patient_id = NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_before_birth';
    END IF;
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_in_future';
    END IF;
END
