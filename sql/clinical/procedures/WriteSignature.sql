-- Writes one signature with its hash, as the person the connection is signed for; its id is left in @emr_note_signature_id.
CREATE PROCEDURE WriteSignature(
    IN p_note_id BIGINT, IN p_kind VARCHAR(10), IN p_needs_cosignature BOOLEAN, IN p_content MEDIUMTEXT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE v_name VARCHAR(201);
    DECLARE v_username VARCHAR(150);
    DECLARE v_role VARCHAR(255) DEFAULT RolesOf(@emr_user_id);
    DECLARE v_now DATETIME(6) DEFAULT UtcNow();
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'signer_unknown';
    SELECT COALESCE(NULLIF(TRIM(CONCAT(given_name, ' ', family_name)), ''), username), username INTO v_name, v_username
      FROM Users WHERE user_id = @emr_user_id;
    INSERT INTO NoteSignature
        (note_id, kind, signed_at, signed_by, signed_by_name, signed_by_username, signed_by_role, needs_cosignature,
         content, sha256)
    VALUES (p_note_id, p_kind, v_now, @emr_user_id, v_name, v_username, v_role, p_needs_cosignature, p_content,
            SHA2(CONCAT_WS('\n', p_kind, p_note_id, v_now, @emr_user_id, v_username, v_name, v_role,
                           p_needs_cosignature, p_content), 256));
    SET @emr_note_signature_id = LAST_INSERT_ID();
END
