-- The title that leads a provider's name written as one ("Dr. Maya Chen" has "Dr."); empty without one.
CREATE FUNCTION PrefixOf(p_name VARCHAR(255)) RETURNS VARCHAR(20) CHARSET utf8mb4 COLLATE utf8mb4_unicode_520_ci
DETERMINISTIC NO SQL SQL SECURITY INVOKER
RETURN IF(TRIM(p_name) LIKE '% %'
          AND SUBSTRING_INDEX(TRIM(p_name), ' ', 1) IN ('Dr', 'Dr.', 'Prof', 'Prof.', 'Mr', 'Mr.', 'Mrs', 'Mrs.', 'Ms', 'Ms.', 'Nurse'),
          SUBSTRING_INDEX(TRIM(p_name), ' ', 1), '')
