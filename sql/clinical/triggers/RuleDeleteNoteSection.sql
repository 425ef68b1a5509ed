-- What was written in a note is emptied at most, never deleted.
CREATE TRIGGER RuleDeleteNoteSection BEFORE DELETE ON NoteSection FOR EACH ROW
BEGIN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_section_stays';
END
