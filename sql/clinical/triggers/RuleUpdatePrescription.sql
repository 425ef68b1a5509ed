-- A prescription stays with its patient, is not dated or ended in the future or dated before the birth, and once ended it is history.
CREATE TRIGGER RuleUpdatePrescription BEFORE UPDATE ON Prescription FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
    END IF;
    IF OLD.ended_on IS NOT NULL AND NEW.patient_id = OLD.patient_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_ended';
    END IF;
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.prescribed_on > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_in_future';
    END IF;
    IF NEW.prescribed_on < (SELECT date_of_birth FROM Patient WHERE patient_id = NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_before_birth';
    END IF;
    IF NEW.ended_on > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_end_in_future';
    END IF;
END
