-- One part of what is signed: its name and length in characters on a line, then its words.
CREATE FUNCTION ContentPart(p_name VARCHAR(20), p_words MEDIUMTEXT)
RETURNS MEDIUMTEXT DETERMINISTIC NO SQL SQL SECURITY INVOKER
BEGIN
    RETURN CONCAT(p_name, ' ', CHAR_LENGTH(COALESCE(p_words, '')), '\n', COALESCE(p_words, ''), '\n');
END
