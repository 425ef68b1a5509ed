-- When the note of a visit was signed by its author; NULL while it is not. A locking read: it sees a signature that was
-- given after the asking transaction began.
CREATE FUNCTION SignedAt(p_visit_id BIGINT)
RETURNS DATETIME(6) READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_signed_at DATETIME(6);
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_signed_at = NULL;
    SELECT s.signed_at INTO v_signed_at
      FROM Note AS n JOIN NoteSignature AS s ON s.note_id = n.note_id AND s.kind = 'author'
     WHERE n.visit_id = p_visit_id
       LOCK IN SHARE MODE;
    RETURN v_signed_at;
END
