-- The two are dealt with; whoever else looked like the merged record may be the kept one.
CREATE PROCEDURE BeforeMergePossibleDuplicate(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_last_id BIGINT;
    SELECT COALESCE(MAX(possible_duplicate_id), 0) INTO v_last_id FROM PossibleDuplicate;
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'PossibleDuplicate', pair.possible_duplicate_id, c.column_name, c.old_value
      FROM PossibleDuplicate AS pair
      JOIN (SELECT 'state' AS column_name, 'open' AS old_value UNION ALL SELECT 'decided_at', NULL
            UNION ALL SELECT 'decided_by', NULL) AS c
     WHERE (pair.patient_id = p_merged_patient_id OR pair.other_patient_id = p_merged_patient_id) AND pair.state = 'open';
    INSERT INTO PossibleDuplicate (patient_id, other_patient_id, reason)
    SELECT GREATEST(p_patient_id, third.patient_id), LEAST(p_patient_id, third.patient_id), third.reason
      FROM (SELECT IF(patient_id = p_merged_patient_id, other_patient_id, patient_id) AS patient_id, reason
              FROM PossibleDuplicate
             WHERE (patient_id = p_merged_patient_id OR other_patient_id = p_merged_patient_id) AND state = 'open') AS third
     WHERE third.patient_id <> p_patient_id
       AND NOT EXISTS (SELECT 1 FROM PossibleDuplicate AS known
                        WHERE known.patient_id = GREATEST(p_patient_id, third.patient_id)
                          AND known.other_patient_id = LEAST(p_patient_id, third.patient_id));
    INSERT INTO MergedRow (patient_merge_id, table_name, record_id, kind)
    SELECT p_patient_merge_id, 'PossibleDuplicate', possible_duplicate_id, 'added'
      FROM PossibleDuplicate
     WHERE possible_duplicate_id > v_last_id AND (patient_id = p_patient_id OR other_patient_id = p_patient_id);
    UPDATE MergedValue AS v JOIN PossibleDuplicate AS pair ON pair.possible_duplicate_id = v.record_id
       SET pair.state = 'merged', pair.decided_at = UTC_TIMESTAMP(6), pair.decided_by = @emr_user_id
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'PossibleDuplicate' AND v.column_name = 'state';
END
