-- 1 while a merge, or its undoing, moves the rows of one patient to the other, also when asked of one of the two alone;
-- no other session ever sees that moment.
CREATE FUNCTION IsBeingMerged(p_patient_id BIGINT, p_other_patient_id BIGINT)
RETURNS TINYINT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM PatientMerge
         WHERE state = 'moving' AND p_patient_id IN (patient_id, merged_patient_id)
           AND p_other_patient_id IN (patient_id, merged_patient_id));
END
