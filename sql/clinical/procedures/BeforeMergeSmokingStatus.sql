-- Of two answers to whether the patient smokes the later stands, as always; the earlier is replaced by it.
CREATE PROCEDURE BeforeMergeSmokingStatus(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'SmokingStatus',
           IF(comes.recorded_at > stays.recorded_at, stays.smoking_status_id, comes.smoking_status_id), 'replaced_at', NULL
      FROM SmokingStatus AS comes JOIN SmokingStatus AS stays ON stays.live_patient_id = p_patient_id
     WHERE comes.live_patient_id = p_merged_patient_id;
    UPDATE MergedValue AS v JOIN SmokingStatus AS s ON s.smoking_status_id = v.record_id
       SET s.replaced_at = UTC_TIMESTAMP(6)
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'SmokingStatus';
END
