-- The family part of a name written as one: its last word ("Dr. Maya Chen" is Chen). One word is a family name.
CREATE FUNCTION FamilyNameOf(p_name VARCHAR(255)) RETURNS VARCHAR(100) CHARSET utf8mb4 COLLATE utf8mb4_unicode_520_ci
DETERMINISTIC NO SQL SQL SECURITY INVOKER
RETURN SUBSTRING_INDEX(TRIM(p_name), ' ', -1)
