-- Of what was said of one side of the patient's life the later stands, as always; the earlier is replaced by it.
CREATE PROCEDURE BeforeMergeSocialHistory(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'SocialHistory',
           IF(comes.recorded_at > stays.recorded_at, stays.social_history_id, comes.social_history_id), 'replaced_at', NULL
      FROM SocialHistory AS comes
      JOIN SocialHistory AS stays ON stays.patient_id = p_patient_id AND stays.live_kind = comes.live_kind
     WHERE comes.patient_id = p_merged_patient_id;
    UPDATE MergedValue AS v JOIN SocialHistory AS s ON s.social_history_id = v.record_id
       SET s.replaced_at = UTC_TIMESTAMP(6)
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'SocialHistory';
END
