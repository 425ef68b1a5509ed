-- A visit is not before the patient's birth, not in the future and not for a cancelled or missed appointment; the
-- patient was then last seen on its day, or later.
CREATE TRIGGER RuleInsertVisit BEFORE INSERT ON Visit FOR EACH ROW
BEGIN
    DECLARE v_status VARCHAR(20);
    DECLARE v_birth DATE;
    -- A patient or an appointment that does not exist is the foreign key's to refuse.
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_status = NULL;
    -- Locked, so that whoever corrects the birth meanwhile waits and then finds the visit.
    SELECT date_of_birth INTO v_birth FROM Patient WHERE patient_id = NEW.patient_id FOR UPDATE;
    IF NEW.date < v_birth THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_before_birth';
    END IF;
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_in_future';
    END IF;
    IF NEW.appointment_id IS NOT NULL THEN
        -- Locked, so that whoever cancels it meanwhile waits and then finds the visit.
        SELECT status INTO v_status FROM Appointment WHERE appointment_id = NEW.appointment_id LOCK IN SHARE MODE;
        IF v_status IN ('Cancelled', 'Did not attend') THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_closed';
        END IF;
    END IF;
    UPDATE Patient
       SET last_seen_on = NEW.date
     WHERE patient_id = NEW.patient_id
       AND (last_seen_on IS NULL OR last_seen_on < NEW.date);
END
