-- Refuses when what a merge has moved, added or put aside was changed since: that is a new fact, of which nobody can say
-- to which of two records it belongs. That a program of our own has sent a message, or drawn a new code for the door, is
-- none: it belongs to the appointment.
CREATE PROCEDURE CheckMergeRowsUnchanged(IN p_patient_merge_id BIGINT, IN p_last_audit_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    IF EXISTS (SELECT 1 FROM MergedRow AS m
                 JOIN Audit_Log AS a ON a.table_name = m.table_name AND a.record_id = m.record_id
                WHERE m.patient_merge_id = p_patient_merge_id AND m.table_name <> 'PossibleDuplicate'
                  AND a.audit_id > p_last_audit_id AND a.event = 'change'
                  AND NOT (a.table_name IN ('Message', 'CheckInCode')
                           AND a.user_id IS NULL AND COALESCE(a.role, '') = 'System'))
       OR EXISTS (SELECT 1 FROM MergedValue AS v
                    JOIN Audit_Log AS a ON a.table_name = v.table_name AND a.record_id = v.record_id
                   WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name <> 'PossibleDuplicate'
                     AND a.audit_id > p_last_audit_id AND a.event = 'change') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_rows_changed';
    END IF;
END
