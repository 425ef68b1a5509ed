-- The administrative sex that a written gender stands for; anything else is 'unknown', never a guess.
CREATE FUNCTION SexOf(p_gender VARCHAR(50)) RETURNS VARCHAR(10) CHARSET utf8mb4 COLLATE utf8mb4_unicode_520_ci
DETERMINISTIC NO SQL SQL SECURITY INVOKER
RETURN CASE LOWER(TRIM(p_gender))
           WHEN 'm' THEN 'male' WHEN 'male' THEN 'male'
           WHEN 'f' THEN 'female' WHEN 'female' THEN 'female'
           WHEN 'other' THEN 'other'
           ELSE 'unknown' END
