-- A prescription stays with its patient, is not dated or ended in the future or dated before the birth, and once ended it
-- is history; of one that a signed note names, only the end is still told.
CREATE TRIGGER RuleUpdatePrescription BEFORE UPDATE ON Prescription FOR EACH ROW
BEGIN
    IF NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_cannot_change';
    END IF;
    IF OLD.ended_on IS NOT NULL AND NEW.patient_id = OLD.patient_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_ended';
    END IF;
    IF NOT (NEW.prescription_id = OLD.prescription_id AND NEW.visit_id <=> OLD.visit_id
            AND NEW.provider_id <=> OLD.provider_id AND NEW.prescribed_on <=> OLD.prescribed_on
            AND CAST(NEW.medication AS BINARY) <=> CAST(OLD.medication AS BINARY)
            AND CAST(NEW.dosage AS BINARY) <=> CAST(OLD.dosage AS BINARY)
            AND CAST(NEW.instructions AS BINARY) <=> CAST(OLD.instructions AS BINARY)) THEN
        CALL RefuseSignedVisit(OLD.visit_id);
        CALL RefuseSignedVisit(NEW.visit_id);
    END IF;
    CALL CheckPrescribedDay(NEW.patient_id, NEW.prescribed_on);
    -- A clinic east of UTC is already in tomorrow.
    IF NEW.ended_on > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_end_in_future';
    END IF;
END
