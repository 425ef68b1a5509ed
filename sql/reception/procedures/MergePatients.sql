-- Moves every row of the merged patient to the kept one; the merged record stays, closed, and its number finds the kept
-- one. Returns patient_merge_id. Definer's rights: pages cannot move a row from one patient to another.
CREATE PROCEDURE MergePatients(
    IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT, IN p_reason VARCHAR(255), IN p_filled VARCHAR(500))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE v_merge_id BIGINT;
    DECLARE v_last_audit_id BIGINT;
    DECLARE v_found INT DEFAULT 0;
    DECLARE v_merged INT DEFAULT 0;
    DECLARE v_wrong_way INT DEFAULT 0;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        SET FOREIGN_KEY_CHECKS = 1;
        RESIGNAL;
    END;
    CALL CheckInTransaction();
    -- Both at once and in one order: whoever writes about either waits, or is waited for.
    SELECT COUNT(*), SUM(merged_into_id IS NOT NULL), SUM((unknown_since IS NOT NULL) = (patient_id = p_patient_id))
      INTO v_found, v_merged, v_wrong_way
      FROM Patient WHERE patient_id IN (p_patient_id, p_merged_patient_id) FOR UPDATE;
    IF v_found < 2 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_needs_two';
    END IF;
    IF v_merged > 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_already';
    END IF;
    -- The kept one is unknown and the other is not.
    IF v_wrong_way = 2 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_keeps_unknown';
    END IF;
    INSERT INTO PatientMerge (patient_id, merged_patient_id, reason, filled, was_active, merged_by)
    SELECT p_patient_id, patient_id, p_reason, p_filled, deactivated_at IS NULL, @emr_user_id
      FROM Patient WHERE patient_id = p_merged_patient_id;
    SET v_merge_id = LAST_INSERT_ID();
    CALL PrepareMerge(v_merge_id, p_patient_id, p_merged_patient_id);
    CALL ListPatientRows(v_merge_id, p_merged_patient_id, p_patient_id);
    CALL MovePatientRows(v_merge_id, p_patient_id);
    CALL ListRowsBelow(v_merge_id);
    UPDATE Patient
       SET merged_into_id = p_patient_id, deactivated_at = COALESCE(deactivated_at, UTC_TIMESTAMP(6))
     WHERE patient_id = p_merged_patient_id;
    SELECT MAX(audit_id) INTO v_last_audit_id FROM Audit_Log;
    UPDATE PatientMerge
       SET state = 'merged', last_audit_id = v_last_audit_id
     WHERE patient_merge_id = v_merge_id;
    SELECT v_merge_id AS patient_merge_id;
END
