-- A diagnosis of a visit is a live problem of the same patient; none is added once the visit's note is signed.
CREATE TRIGGER RuleInsertVisitDiagnosis BEFORE INSERT ON VisitDiagnosis FOR EACH ROW
BEGIN
    CALL RefuseSignedVisit(NEW.visit_id);
    IF NOT EXISTS (SELECT 1 FROM Problem
                    WHERE problem_id = NEW.problem_id AND patient_id = NEW.patient_id AND voided_at IS NULL) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_diagnosis_of_no_problem';
    END IF;
END
