-- 1 when the note of a visit has its author's signature: from then on the visit's words are locked.
CREATE FUNCTION IsSigned(p_visit_id BIGINT)
RETURNS TINYINT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM Note AS n JOIN NoteSignature AS s ON s.note_id = n.note_id WHERE n.visit_id = p_visit_id);
END
