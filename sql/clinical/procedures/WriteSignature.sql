-- Writes one signature with its hash, as the person the connection is signed for; its id is left in @emr_note_signature_id.
CREATE PROCEDURE WriteSignature(
    IN p_note_id BIGINT, IN p_kind VARCHAR(10), IN p_needs_cosignature BOOLEAN, IN p_content MEDIUMTEXT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE v_name VARCHAR(201);
    DECLARE v_now DATETIME(6) DEFAULT UTC_TIMESTAMP(6);
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'signer_unknown';
    SELECT COALESCE(NULLIF(TRIM(CONCAT(given_name, ' ', family_name)), ''), username) INTO v_name
      FROM Users WHERE user_id = @emr_user_id;
    INSERT INTO NoteSignature (note_id, kind, signed_at, signed_by, signed_by_name, needs_cosignature, content, sha256)
    VALUES (p_note_id, p_kind, v_now, @emr_user_id, v_name, p_needs_cosignature, p_content,
            SHA2(CONCAT_WS('\n', p_kind, v_now, @emr_user_id, v_name, p_needs_cosignature, p_content), 256));
    SET @emr_note_signature_id = LAST_INSERT_ID();
END
