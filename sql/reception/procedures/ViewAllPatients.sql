-- Every patient, for programs that read the whole list; pages read theirs in steps.
CREATE PROCEDURE ViewAllPatients()
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM Patient ORDER BY patient_id
