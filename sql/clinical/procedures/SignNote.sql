-- Signs a note for good as the person the connection is signed for, and fills the clinical record of its visit; returns
-- note_signature_id. What was on the screen: p_versions, each section and its version in the order of their names, and
-- p_content, the SHA-256 of all that is signed, as ViewNoteContent told it. Whoever may not sign alone needs a second
-- signature. Definer's rights: the pages' account writes no signature by itself.
CREATE PROCEDURE SignNote(IN p_note_id BIGINT, IN p_versions VARCHAR(200), IN p_content CHAR(64))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE v_visit_id BIGINT;
    DECLARE v_versions VARCHAR(200);
    DECLARE v_content MEDIUMTEXT;
    DECLARE v_signature_id BIGINT;
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_not_found';
    IF NOT UserMay(@emr_user_id, 'clinical.sign_note') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'signer_may_not';
    END IF;
    SELECT visit_id INTO v_visit_id FROM Note WHERE note_id = p_note_id;
    -- Whoever diagnoses or orders locks the visit, and whoever writes the note: what is read here stays until it is signed.
    SELECT visit_id INTO v_visit_id FROM Visit WHERE visit_id = v_visit_id FOR UPDATE;
    SELECT visit_id INTO v_visit_id FROM Note WHERE note_id = p_note_id FOR UPDATE;
    IF IsSigned(v_visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM NoteSection WHERE note_id = p_note_id AND section <> 'intake' AND TRIM(body) <> '') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_empty';
    END IF;
    IF EXISTS (SELECT 1 FROM CarriedText WHERE note_id = p_note_id AND NOT read_by <=> @emr_user_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'carried_text_unread';
    END IF;
    SELECT GROUP_CONCAT(section, ':', version ORDER BY section) INTO v_versions
      FROM NoteSection WHERE note_id = p_note_id;
    SET v_content = NoteContent(p_note_id);
    IF NOT v_versions <=> p_versions OR NOT SHA2(v_content, 256) <=> p_content THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_has_changed';
    END IF;
    CALL WriteSignature(p_note_id, 'author', NOT UserMay(@emr_user_id, 'clinical.sign_note_alone'), v_content);
    SET v_signature_id = @emr_note_signature_id;
    CALL FillClinicalRecord(p_note_id, v_visit_id);
    SELECT v_signature_id AS note_signature_id;
END
