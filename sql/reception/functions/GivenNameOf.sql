-- What stands before the family part of a name written as one; empty for one word.
CREATE FUNCTION GivenNameOf(p_name VARCHAR(255)) RETURNS VARCHAR(100) CHARSET utf8mb4 COLLATE utf8mb4_unicode_520_ci
DETERMINISTIC NO SQL SQL SECURITY INVOKER
RETURN TRIM(LEFT(TRIM(p_name), CHAR_LENGTH(TRIM(p_name)) - CHAR_LENGTH(SUBSTRING_INDEX(TRIM(p_name), ' ', -1))))
