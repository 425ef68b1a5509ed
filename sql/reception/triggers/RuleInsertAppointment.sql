-- A provider's live appointments never overlap; nobody is booked who is no longer here or has died, and nobody is
-- in the building before there is a visit.
CREATE TRIGGER RuleInsertAppointment BEFORE INSERT ON Appointment FOR EACH ROW
BEGIN
    IF NEW.status IN ('Arrived', 'Roomed', 'With doctor', 'Checkout') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_without_visit';
    END IF;
    IF NEW.status IN ('Scheduled', 'Confirmed') THEN
        CALL CheckWhoIsBooked(NEW.patient_id, NEW.provider_id, NEW.date);
    END IF;
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.status IN ('Completed', 'Did not attend') AND NEW.date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_not_yet';
    END IF;
    IF NEW.overbooked_by IS NOT NULL THEN
        CALL CheckOverbooking(NEW.overbooked_by, NEW.provider_id, NEW.date, NEW.time, NEW.duration_minutes);
    ELSEIF NEW.status NOT IN ('Cancelled', 'Did not attend') THEN
        CALL CheckAppointmentTime(0, NEW.provider_id, NEW.date, NEW.time, NEW.duration_minutes);
    END IF;
END
