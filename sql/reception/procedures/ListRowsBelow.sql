-- Writes down what belongs to the moved rows without naming the patient: the tests and the note of a visit, the sections
-- of that note, and so on down, by whatever foreign key.
CREATE PROCEDURE ListRowsBelow(IN p_patient_merge_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_statement TEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE v_listed INT DEFAULT 1;
    WHILE v_listed > 0 DO
        BEGIN
            DECLARE keys_downwards CURSOR FOR
                SELECT CONCAT(
                           'INSERT INTO MergedRow (patient_merge_id, table_name, record_id, kind) SELECT DISTINCT ',
                           p_patient_merge_id, ', ''', k.table_name, ''', t.', p.column_name, ', ''below'' FROM MergedRow AS m JOIN ',
                           k.table_name, ' AS t ON t.', k.column_name, ' = m.record_id LEFT JOIN MergedRow AS known',
                           ' ON known.patient_merge_id = m.patient_merge_id AND known.table_name = ''', k.table_name,
                           ''' AND known.record_id = t.', p.column_name, ' WHERE m.patient_merge_id = ', p_patient_merge_id,
                           ' AND m.table_name = ''', k.referenced_table_name, ''' AND known.merged_row_id IS NULL')
                  FROM information_schema.key_column_usage AS k
                  JOIN information_schema.key_column_usage AS p
                    ON p.table_schema = k.table_schema AND p.table_name = k.table_name AND p.constraint_name = 'PRIMARY'
                  LEFT JOIN information_schema.columns AS c
                    ON c.table_schema = k.table_schema AND c.table_name = k.table_name AND c.column_name = 'patient_id'
                 WHERE k.table_schema = DATABASE() AND c.column_name IS NULL AND k.referenced_table_name <> 'Patient'
                   AND k.referenced_table_name IN (
                       SELECT table_name FROM MergedRow WHERE patient_merge_id = p_patient_merge_id);
            DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
            SET v_is_over = FALSE, v_listed = 0;
            OPEN keys_downwards;
            each_key: LOOP
                FETCH keys_downwards INTO v_statement;
                IF v_is_over THEN
                    LEAVE each_key;
                END IF;
                SET @emr_statement = v_statement;
                PREPARE list_below FROM @emr_statement;
                EXECUTE list_below;
                SET v_listed = v_listed + ROW_COUNT();
                DEALLOCATE PREPARE list_below;
            END LOOP;
            CLOSE keys_downwards;
        END;
    END WHILE;
END
