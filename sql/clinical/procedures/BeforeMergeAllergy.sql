-- Of one allergy that both records have, the worse stands: not refuted before refuted, then the severer, then the surer.
-- What the other one says beside is added to its note; the other one is voided, and stays to be read.
CREATE PROCEDURE BeforeMergeAllergy(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'Allergy',
           IF(100 * (comes.certainty <> 'refuted') + 10 * FIELD(COALESCE(comes.severity, ''), 'mild', 'moderate', 'severe')
              + FIELD(comes.certainty, 'suspected', 'confirmed')
              > 100 * (stays.certainty <> 'refuted') + 10 * FIELD(COALESCE(stays.severity, ''), 'mild', 'moderate', 'severe')
              + FIELD(stays.certainty, 'suspected', 'confirmed'), stays.allergy_id, comes.allergy_id),
           c.column_name, NULL
      FROM Allergy AS comes
      JOIN Allergy AS stays ON stays.patient_id = p_patient_id AND stays.live_substance = comes.live_substance
      JOIN (SELECT 'voided_at' AS column_name UNION ALL SELECT 'voided_by' UNION ALL SELECT 'void_reason') AS c
     WHERE comes.patient_id = p_merged_patient_id;
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'Allergy', stands.allergy_id, 'note', stands.note
      FROM MergedValue AS v
      JOIN Allergy AS other ON other.allergy_id = v.record_id
      JOIN Allergy AS stands ON stands.live_substance = other.live_substance AND stands.allergy_id <> other.allergy_id
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'Allergy' AND v.column_name = 'voided_at'
       AND stands.patient_id IN (p_patient_id, p_merged_patient_id) AND CONCAT_WS('', other.reaction, other.note) <> '';
    UPDATE MergedValue AS v
      JOIN Allergy AS stands ON stands.allergy_id = v.record_id
      JOIN Allergy AS other ON other.live_substance = stands.live_substance AND other.allergy_id <> stands.allergy_id
       SET stands.note = CONCAT_WS('\n', NULLIF(stands.note, ''), CONCAT_WS(': ', other.severity, CONCAT_WS(', ', other.reaction, other.note)))
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'Allergy' AND v.column_name = 'note'
       AND other.patient_id IN (p_patient_id, p_merged_patient_id);
    UPDATE MergedValue AS v JOIN Allergy AS a ON a.allergy_id = v.record_id
       SET a.voided_at = UTC_TIMESTAMP(6), a.voided_by = @emr_user_id,
           a.void_reason = 'Records merged: the other entry stands'
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'Allergy' AND v.column_name = 'voided_at';
END
