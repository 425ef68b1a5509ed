-- Puts the second signature under a note that needs one, by another person than its author; returns note_signature_id.
CREATE PROCEDURE CosignNote(IN p_note_id BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE v_author_id BIGINT;
    DECLARE v_needs BOOLEAN;
    DECLARE v_content MEDIUMTEXT;
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_not_signed';
    IF NOT UserMay(@emr_user_id, 'clinical.cosign_note') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'signer_may_not';
    END IF;
    SELECT signed_by, needs_cosignature, content INTO v_author_id, v_needs, v_content
      FROM NoteSignature WHERE note_id = p_note_id AND kind = 'author' FOR UPDATE;
    IF NOT v_needs THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_needs_no_cosignature';
    END IF;
    IF v_author_id = @emr_user_id THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_cosigned_by_another';
    END IF;
    CALL WriteSignature(p_note_id, 'cosigner', 0, v_content);
    SELECT @emr_note_signature_id AS note_signature_id;
END
