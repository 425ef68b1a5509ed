-- Gives the rows that a merge has written down to a patient, table by table, and checks what the foreign keys could not.
CREATE PROCEDURE MovePatientRows(IN p_patient_merge_id BIGINT, IN p_to_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_statement TEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE tables_of_merge CURSOR FOR
        SELECT CONCAT(
                   'UPDATE MergedRow AS m JOIN ', m.table_name, ' AS t ON t.', k.column_name, ' = m.record_id SET t.',
                   CASE m.table_name
                   WHEN 'Patient' THEN 'merged_into_id' WHEN 'ExternalIdentifier' THEN 'record_id' ELSE 'patient_id' END,
                   ' = ', p_to_patient_id, ' WHERE m.patient_merge_id = ', p_patient_merge_id,
                   ' AND m.kind = ''moved'' AND m.table_name = ''', m.table_name, '''')
          FROM (SELECT DISTINCT table_name FROM MergedRow
                 WHERE patient_merge_id = p_patient_merge_id AND kind = 'moved') AS m
          JOIN information_schema.key_column_usage AS k
            ON k.table_schema = DATABASE() AND k.table_name = m.table_name AND k.constraint_name = 'PRIMARY';
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    -- A visit refers to its appointment and its patient as one pair: no order of statements moves both at once.
    SET FOREIGN_KEY_CHECKS = 0;
    OPEN tables_of_merge;
    each_table: LOOP
        FETCH tables_of_merge INTO v_statement;
        IF v_is_over THEN
            LEAVE each_table;
        END IF;
        SET @emr_statement = v_statement;
        PREPARE move_rows FROM @emr_statement;
        EXECUTE move_rows;
        DEALLOCATE PREPARE move_rows;
    END LOOP;
    CLOSE tables_of_merge;
    CALL CheckMovedKeys(p_patient_merge_id);
    SET FOREIGN_KEY_CHECKS = 1;
END
