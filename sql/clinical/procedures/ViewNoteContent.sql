-- What a signature under a note would sign now, and its SHA-256; definer's rights, as those who sign have them.
CREATE PROCEDURE ViewNoteContent(IN p_note_id BIGINT)
READS SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE v_content MEDIUMTEXT DEFAULT NoteContent(p_note_id);
    SELECT v_content AS content, SHA2(v_content, 256) AS sha256;
END
