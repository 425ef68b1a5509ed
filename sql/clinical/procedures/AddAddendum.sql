-- Adds words to a signed note as the person the connection is signed for; returns addendum_id. Its hash goes over that
-- of the note's signature: it belongs to that note, that visit and that patient.
CREATE PROCEDURE AddAddendum(IN p_note_id BIGINT, IN p_body TEXT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE v_signed CHAR(64);
    DECLARE v_name VARCHAR(201);
    DECLARE v_username VARCHAR(150);
    DECLARE v_role VARCHAR(255) DEFAULT RolesOf(@emr_user_id);
    DECLARE v_now DATETIME(6) DEFAULT UtcNow();
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_not_found';
    IF NOT UserMay(@emr_user_id, 'clinical.add_addendum') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'signer_may_not';
    END IF;
    SELECT s.sha256 INTO v_signed
      FROM Note AS n LEFT JOIN NoteSignature AS s ON s.note_id = n.note_id AND s.kind = 'author'
     WHERE n.note_id = p_note_id;
    IF v_signed IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_not_signed';
    END IF;
    SELECT COALESCE(NULLIF(TRIM(CONCAT(given_name, ' ', family_name)), ''), username), username INTO v_name, v_username
      FROM Users WHERE user_id = @emr_user_id;
    INSERT INTO Addendum
        (note_id, body, written_at, written_by, written_by_name, written_by_username, written_by_role, sha256)
    VALUES (p_note_id, p_body, v_now, @emr_user_id, v_name, v_username, v_role,
            SHA2(CONCAT_WS('\n', 'addendum', v_signed, v_now, @emr_user_id, v_username, v_name, v_role, p_body), 256));
    SELECT LAST_INSERT_ID() AS addendum_id;
END
