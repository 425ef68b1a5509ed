-- Refuses when a row is of another patient than what it refers to, as a bill than its visit: the foreign keys of two
-- columns were not asked while a merge moved rows.
CREATE PROCEDURE CheckMovedKeys(IN p_patient_merge_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_statement TEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    -- Each key twice: from what has moved, and to it.
    DECLARE pairs CURSOR FOR
        SELECT CONCAT(
                   'SELECT COUNT(*) INTO @emr_found FROM MergedRow AS m JOIN ', k.table_name, ' AS refers ON ',
                   IF(side.is_from, CONCAT('refers.', p.column_name), CONCAT('refers.', k.column_name)),
                   ' = m.record_id LEFT JOIN ', k.referenced_table_name, ' AS meant ON meant.', k.referenced_column_name,
                   ' = refers.', k.column_name, ' AND meant.patient_id = refers.patient_id WHERE m.patient_merge_id = ',
                   p_patient_merge_id, ' AND m.kind = ''moved'' AND m.table_name = ''',
                   IF(side.is_from, k.table_name, k.referenced_table_name), ''' AND refers.', k.column_name,
                   ' IS NOT NULL AND meant.patient_id IS NULL')
          FROM information_schema.key_column_usage AS k
          JOIN information_schema.key_column_usage AS pair
            ON pair.table_schema = k.table_schema AND pair.table_name = k.table_name
           AND pair.constraint_name = k.constraint_name AND pair.column_name = 'patient_id'
          JOIN information_schema.key_column_usage AS p
            ON p.table_schema = k.table_schema AND p.table_name = k.table_name AND p.constraint_name = 'PRIMARY'
          JOIN (SELECT 1 AS is_from UNION ALL SELECT 0) AS side
         WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL AND k.column_name <> 'patient_id';
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    OPEN pairs;
    each_pair: LOOP
        FETCH pairs INTO v_statement;
        IF v_is_over THEN
            LEAVE each_pair;
        END IF;
        SET @emr_statement = v_statement;
        PREPARE count_torn FROM @emr_statement;
        EXECUTE count_torn;
        DEALLOCATE PREPARE count_torn;
        IF @emr_found > 0 THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_would_tear';
        END IF;
    END LOOP;
    CLOSE pairs;
END
