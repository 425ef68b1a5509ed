-- A signature is for good, whoever asks.
CREATE TRIGGER RuleDeleteNoteSignature BEFORE DELETE ON NoteSignature FOR EACH ROW
BEGIN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'signature_is_for_good';
END
