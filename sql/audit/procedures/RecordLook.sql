-- Writes one look at a patient's record, signed as the connection is; definer's rights, for the pages cannot write the log.
CREATE PROCEDURE RecordLook(IN p_patient_id BIGINT, IN p_part VARCHAR(40))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    IF @emr_user_name IS NULL AND SUBSTRING_INDEX(USER(), '@', 1) = '{app_account}' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'actor_required';
    END IF;
    INSERT INTO Look (occurred_at, patient_id, part, user_id, user_name, role, database_account, connection_id, address,
                      request_id, purpose_of_use)
    VALUES (UtcNow(), p_patient_id, p_part, @emr_user_id,
            COALESCE(@emr_user_name, SUBSTRING_INDEX(USER(), '@', 1)), @emr_role, USER(), CONNECTION_ID(), @emr_address,
            @emr_request_id, @emr_purpose_of_use);
END
