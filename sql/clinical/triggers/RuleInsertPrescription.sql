-- A prescription is not dated in the future or before the patient's birth, and none is added to a signed visit.
CREATE TRIGGER RuleInsertPrescription BEFORE INSERT ON Prescription FOR EACH ROW
BEGIN
    CALL RefuseSignedVisit(NEW.visit_id);
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.prescribed_on > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_in_future';
    END IF;
    IF NEW.prescribed_on < (SELECT date_of_birth FROM Patient WHERE patient_id = NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_before_birth';
    END IF;
END
