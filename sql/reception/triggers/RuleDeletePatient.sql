-- What only says who a person is goes with a mistaken registration; history refuses the deletion, and then nothing goes.
CREATE TRIGGER RuleDeletePatient BEFORE DELETE ON Patient FOR EACH ROW
BEGIN
    DELETE FROM NameWord WHERE bearer_id = OLD.patient_id;
    DELETE FROM PatientPhone WHERE patient_id = OLD.patient_id;
    DELETE FROM PatientContact WHERE patient_id = OLD.patient_id;
    DELETE FROM PatientPhoto WHERE patient_id = OLD.patient_id;
    -- The worklist has nothing left to ask; what was decided stays, and refuses.
    DELETE FROM PossibleDuplicate WHERE patient_id = OLD.patient_id AND state = 'open';
    DELETE FROM PossibleDuplicate WHERE other_patient_id = OLD.patient_id AND state = 'open';
END
