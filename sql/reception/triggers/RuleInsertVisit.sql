-- A visit is not before the patient's birth, not in the future and not for a cancelled appointment.
CREATE TRIGGER RuleInsertVisit BEFORE INSERT ON Visit FOR EACH ROW
BEGIN
    IF NEW.date < (SELECT date_of_birth FROM Patient WHERE patient_id = NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_before_birth';
    END IF;
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_in_future';
    END IF;
    IF EXISTS (SELECT 1 FROM Appointment WHERE appointment_id = NEW.appointment_id AND status = 'Cancelled') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_closed';
    END IF;
END
