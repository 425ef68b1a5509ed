-- Gives the rows that a merge has moved back to the record they came from, unless a new fact would be lost by it.
-- Definer's rights: pages cannot move a row from one patient to another.
CREATE PROCEDURE UndoMerge(IN p_patient_merge_id BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE v_kept_id BIGINT;
    DECLARE v_merged_id BIGINT;
    DECLARE v_state VARCHAR(10);
    DECLARE v_last_audit_id BIGINT;
    DECLARE v_was_active BOOLEAN;
    DECLARE v_merged INT DEFAULT 0;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        SET FOREIGN_KEY_CHECKS = 1;
        RESIGNAL;
    END;
    CALL CheckInTransaction();
    SELECT patient_id, merged_patient_id, state, last_audit_id, was_active
      INTO v_kept_id, v_merged_id, v_state, v_last_audit_id, v_was_active
      FROM PatientMerge WHERE patient_merge_id = p_patient_merge_id FOR UPDATE;
    IF COALESCE(v_state, '') <> 'merged' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_undone';
    END IF;
    SELECT SUM(merged_into_id IS NOT NULL) INTO v_merged
      FROM Patient WHERE patient_id IN (v_kept_id, v_merged_id) FOR UPDATE;
    IF v_merged > 1 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_later_first';
    END IF;
    CALL CheckMergeRowsUnchanged(p_patient_merge_id, v_last_audit_id);
    CALL ListProgramsRows(p_patient_merge_id);
    CALL CheckMergeRowsUnused(p_patient_merge_id);
    UPDATE PatientMerge SET state = 'moving' WHERE patient_merge_id = p_patient_merge_id;
    CALL MovePatientRows(p_patient_merge_id, v_merged_id);
    CALL RestoreMergedValues(p_patient_merge_id);
    UPDATE Patient
       SET merged_into_id = NULL, deactivated_at = IF(v_was_active, NULL, deactivated_at)
     WHERE patient_id = v_merged_id;
    UPDATE PatientMerge
       SET state = 'undone', undone_at = UTC_TIMESTAMP(6), undone_by = @emr_user_id
     WHERE patient_merge_id = p_patient_merge_id;
END
