-- Of one problem that both records have, the active one stands, before one that is not, then one whose onset is known.
-- The note of the other is added to its own; the other one is voided, and stays to be read.
CREATE PROCEDURE BeforeMergeProblem(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'Problem',
           IF(10 * FIELD(comes.status, 'resolved', 'inactive', 'active') + (comes.onset_on IS NOT NULL)
              > 10 * FIELD(stays.status, 'resolved', 'inactive', 'active') + (stays.onset_on IS NOT NULL),
              stays.problem_id, comes.problem_id),
           c.column_name, NULL
      FROM Problem AS comes
      JOIN Problem AS stays
        ON stays.patient_id = p_patient_id
       AND (stays.live_code = comes.live_code OR stays.live_words = comes.live_words)
      JOIN (SELECT 'voided_at' AS column_name UNION ALL SELECT 'voided_by' UNION ALL SELECT 'void_reason') AS c
     WHERE comes.patient_id = p_merged_patient_id;
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'Problem', stands.problem_id, 'note', stands.note
      FROM MergedValue AS v
      JOIN Problem AS other ON other.problem_id = v.record_id
      JOIN Problem AS stands
        ON stands.problem_id <> other.problem_id
       AND (stands.live_code = other.live_code OR stands.live_words = other.live_words)
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'Problem' AND v.column_name = 'voided_at'
       AND stands.patient_id IN (p_patient_id, p_merged_patient_id) AND TRIM(COALESCE(other.note, '')) <> '';
    UPDATE MergedValue AS v
      JOIN Problem AS stands ON stands.problem_id = v.record_id
      JOIN Problem AS other
        ON other.problem_id <> stands.problem_id AND other.patient_id IN (p_patient_id, p_merged_patient_id)
       AND (other.live_code = stands.live_code OR other.live_words = stands.live_words)
       SET stands.note = CONCAT_WS('\n', NULLIF(stands.note, ''), other.note)
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'Problem' AND v.column_name = 'note';
    UPDATE MergedValue AS v JOIN Problem AS p ON p.problem_id = v.record_id
       SET p.voided_at = UTC_TIMESTAMP(6), p.voided_by = @emr_user_id,
           p.void_reason = 'Records merged: the other entry stands'
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'Problem' AND v.column_name = 'voided_at';
END
