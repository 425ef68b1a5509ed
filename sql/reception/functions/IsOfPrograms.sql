-- 1 for a row that programs of our own have written and that nobody else has touched, by the audit; 0 for one of which it
-- knows nothing.
CREATE FUNCTION IsOfPrograms(p_table VARCHAR(64) CHARSET utf8mb4 COLLATE utf8mb4_unicode_520_ci, p_record_id BIGINT)
RETURNS TINYINT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    RETURN COALESCE((
        SELECT MIN(user_id IS NULL AND COALESCE(role, '') = 'System') FROM Audit_Log
         WHERE table_name = p_table AND record_id = p_record_id AND event = 'change'), 0);
END
