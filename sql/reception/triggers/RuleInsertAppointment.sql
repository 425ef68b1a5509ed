-- A provider's live appointments never overlap; nobody is booked who is no longer here or has died.
CREATE TRIGGER RuleInsertAppointment BEFORE INSERT ON Appointment FOR EACH ROW
BEGIN
    DECLARE v_taken INT DEFAULT 0;
    IF NEW.status = 'Scheduled' THEN
        IF EXISTS (SELECT 1 FROM Patient WHERE patient_id = NEW.patient_id AND deactivated_at IS NOT NULL) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_inactive';
        END IF;
        IF EXISTS (SELECT 1 FROM Patient WHERE patient_id = NEW.patient_id AND deceased_on < NEW.date) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_has_died';
        END IF;
        IF EXISTS (SELECT 1 FROM Provider WHERE provider_id = NEW.provider_id AND deactivated_at IS NOT NULL) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'provider_inactive';
        END IF;
    END IF;
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.status = 'Completed' AND NEW.date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_not_yet';
    END IF;
    IF NEW.status <> 'Cancelled' THEN
        -- The row is locked so that two people who book one provider's day wait for one another.
        INSERT INTO ProviderDay (provider_id, date) VALUES (NEW.provider_id, NEW.date)
            ON DUPLICATE KEY UPDATE date = NEW.date;
        SELECT COUNT(*) INTO v_taken
          FROM Appointment
         WHERE provider_id = NEW.provider_id
           AND date = NEW.date
           AND time < ADDTIME(NEW.time, SEC_TO_TIME(NEW.duration_minutes * 60))
           AND end_time > NEW.time
           AND status <> 'Cancelled'
          LOCK IN SHARE MODE;
        IF v_taken > 0 THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'slot_taken';
        END IF;
    END IF;
END
