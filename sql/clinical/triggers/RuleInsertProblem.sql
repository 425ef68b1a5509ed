-- A problem begins and ends within the patient's life, and not in the future.
CREATE TRIGGER RuleInsertProblem BEFORE INSERT ON Problem FOR EACH ROW
BEGIN
    CALL CheckProblemDays(NEW.patient_id, NEW.onset_on, NEW.onset_as, NEW.resolved_on);
END
