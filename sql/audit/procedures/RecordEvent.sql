-- Writes one event that is no change of a row: a sign-in, a denial, an export. Before a sign-in there is no actor, so the
-- name that was tried comes as a parameter; definer's rights, for the pages cannot write the log.
CREATE PROCEDURE RecordEvent(
    IN p_event VARCHAR(20), IN p_action CHAR(1), IN p_outcome VARCHAR(2), IN p_user_name VARCHAR(150),
    IN p_address VARCHAR(45), IN p_patient_id BIGINT, IN p_detail TEXT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    -- What only a trigger or the adoption may say.
    IF p_event IN ('change', 'adopted') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'event_is_a_change';
    END IF;
    INSERT INTO Audit_Log (occurred_at, event, action, outcome, patient_id, new_value, user_id, user_name, role,
                           database_account, connection_id, address, request_id, purpose_of_use)
    VALUES (UtcNow(), p_event, p_action, p_outcome, p_patient_id, p_detail, @emr_user_id,
            COALESCE(@emr_user_name, p_user_name, 'nobody'), @emr_role, USER(), CONNECTION_ID(),
            COALESCE(@emr_address, p_address), @emr_request_id, @emr_purpose_of_use);
END
