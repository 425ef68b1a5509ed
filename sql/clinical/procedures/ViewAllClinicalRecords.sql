-- Every clinical record, for programs that read the whole list; pages read theirs in steps.
CREATE PROCEDURE ViewAllClinicalRecords()
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM ClinicalCare ORDER BY clinical_id
