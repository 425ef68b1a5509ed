-- What a section of a note says; NULL when it says nothing.
CREATE FUNCTION SectionText(p_note_id BIGINT, p_section VARCHAR(12))
RETURNS TEXT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    RETURN (SELECT NULLIF(TRIM(body), '') FROM NoteSection WHERE note_id = p_note_id AND section = p_section);
END
