-- One clinical record.
CREATE PROCEDURE ViewClinicalRecord(IN p_record_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM ClinicalCare WHERE clinical_id = p_record_id
