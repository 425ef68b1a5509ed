-- A wish to get no messages that both records have is kept once.
CREATE PROCEDURE BeforeMergeMessageOptOut(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'MessageOptOut', comes.opt_out_id, 'ended_at', NULL
      FROM MessageOptOut AS comes
      JOIN MessageOptOut AS stays
        ON stays.patient_id = p_patient_id AND stays.channel = comes.channel AND stays.is_live = comes.is_live
     WHERE comes.patient_id = p_merged_patient_id;
    UPDATE MergedValue AS v JOIN MessageOptOut AS o ON o.opt_out_id = v.record_id
       SET o.ended_at = GREATEST(UTC_TIMESTAMP(6), o.opted_out_at)
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'MessageOptOut';
END
