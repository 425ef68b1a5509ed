-- A further phone stays with its patient, unless two records of one are merged: the kept record's reminders stand.
CREATE TRIGGER RuleUpdatePatientPhone BEFORE UPDATE ON PatientPhone FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id THEN
        IF NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
        END IF;
        IF EXISTS (SELECT 1 FROM PatientPhone WHERE reminder_patient = NEW.patient_id) THEN
            SET NEW.for_reminders = 0;
        END IF;
    END IF;
END
