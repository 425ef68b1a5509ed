-- A visit is not before the patient's birth, not in the future, and stays with its patient.
CREATE TRIGGER RuleUpdateVisit BEFORE UPDATE ON Visit FOR EACH ROW
BEGIN
    DECLARE v_status VARCHAR(20);
    DECLARE v_birth DATE;
    -- An appointment that does not exist is the foreign key's to refuse.
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_status = NULL;
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
    END IF;
    IF NEW.date <> OLD.date THEN
        -- Locked, so that whoever corrects the birth meanwhile waits and then finds the visit.
        SELECT date_of_birth INTO v_birth FROM Patient WHERE patient_id = NEW.patient_id LOCK IN SHARE MODE;
        IF NEW.date < v_birth THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_before_birth';
        END IF;
    END IF;
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_in_future';
    END IF;
    IF NEW.appointment_id <> COALESCE(OLD.appointment_id, 0) THEN
        -- Locked, so that whoever cancels it meanwhile waits and then finds the visit.
        SELECT status INTO v_status FROM Appointment WHERE appointment_id = NEW.appointment_id LOCK IN SHARE MODE;
        IF v_status IN ('Cancelled', 'Did not attend') THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_closed';
        END IF;
    END IF;
END
