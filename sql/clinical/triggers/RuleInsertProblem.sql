-- A problem begins and ends within the patient's life, and not in the future; one with a code is told by its title.
CREATE TRIGGER RuleInsertProblem BEFORE INSERT ON Problem FOR EACH ROW
BEGIN
    CALL CheckProblemDays(NEW.patient_id, NEW.onset_on, NEW.onset_as, NEW.resolved_on);
    -- A code that is not on the list is left to its foreign key.
    IF EXISTS (SELECT 1 FROM Icd10Code
                WHERE icd10_code = NEW.icd10_code AND CAST(title AS BINARY) <> CAST(NEW.description AS BINARY)) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'problem_told_by_its_code';
    END IF;
END
