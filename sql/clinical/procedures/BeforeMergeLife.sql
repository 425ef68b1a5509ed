-- Nothing of the chart may lie before the birth that stands after the merge, and nothing that was measured after the death.
CREATE PROCEDURE BeforeMergeLife(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_born, v_died DATE;
    SELECT date_of_birth, deceased_on INTO v_born, v_died FROM Patient WHERE patient_id = p_patient_id;
    -- A day more: the clinic's midnight is not UTC's. Of an onset the year or the month alone may be known.
    IF EXISTS (SELECT 1 FROM Prescription WHERE patient_id IN (p_patient_id, p_merged_patient_id) AND prescribed_on < v_born)
       OR EXISTS (SELECT 1 FROM VitalSigns WHERE patient_id IN (p_patient_id, p_merged_patient_id) AND voided_at IS NULL
                     AND (taken_at < v_born - INTERVAL 1 DAY OR taken_at > v_died + INTERVAL 2 DAY))
       OR EXISTS (SELECT 1 FROM Problem WHERE patient_id IN (p_patient_id, p_merged_patient_id) AND voided_at IS NULL
                     AND (CAST(onset_as AS BINARY) < CAST(LEFT(CAST(v_born AS CHAR(10)), CHAR_LENGTH(onset_as)) AS BINARY)
                          OR onset_on > v_died OR resolved_on < v_born OR resolved_on > v_died)) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_outside_life';
    END IF;
END
