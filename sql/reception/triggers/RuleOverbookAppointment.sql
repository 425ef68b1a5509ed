-- Who moves an appointment beside another, or lets it stand there, answers for it: the right is asked anew.
CREATE TRIGGER RuleOverbookAppointment BEFORE UPDATE ON Appointment FOR EACH ROW
BEGIN
    IF NEW.overbooked_by IS NOT NULL
       AND (NOT NEW.overbooked_by <=> OLD.overbooked_by OR NEW.provider_id <> OLD.provider_id OR NEW.date <> OLD.date
            OR NEW.time <> OLD.time OR NEW.duration_minutes <> OLD.duration_minutes) THEN
        CALL CheckOverbooking(NEW.overbooked_by, NEW.provider_id, NEW.date, NEW.time, NEW.duration_minutes);
    END IF;
END
