-- A prescription is not dated in the future or before the patient's birth, and none is added to a signed visit.
CREATE TRIGGER RuleInsertPrescription BEFORE INSERT ON Prescription FOR EACH ROW
BEGIN
    CALL RefuseSignedVisit(NEW.visit_id);
    CALL CheckPrescribedDay(NEW.patient_id, NEW.prescribed_on);
END
