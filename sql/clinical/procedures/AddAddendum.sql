-- Adds words to a signed note as the person the connection is signed for; returns addendum_id.
CREATE PROCEDURE AddAddendum(IN p_note_id BIGINT, IN p_body TEXT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE v_visit_id BIGINT;
    DECLARE v_name VARCHAR(201);
    DECLARE v_now DATETIME(6) DEFAULT UTC_TIMESTAMP(6);
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_not_found';
    SELECT visit_id INTO v_visit_id FROM Note WHERE note_id = p_note_id;
    IF NOT IsSigned(v_visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_not_signed';
    END IF;
    SELECT COALESCE(NULLIF(TRIM(CONCAT(given_name, ' ', family_name)), ''), username) INTO v_name
      FROM Users WHERE user_id = @emr_user_id;
    INSERT INTO Addendum (note_id, body, written_at, written_by, written_by_name, sha256)
    VALUES (p_note_id, p_body, v_now, @emr_user_id, v_name,
            SHA2(CONCAT_WS('\n', 'addendum', v_now, @emr_user_id, v_name, p_body), 256));
    SELECT LAST_INSERT_ID() AS addendum_id;
END
