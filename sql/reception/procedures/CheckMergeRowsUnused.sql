-- Refuses when a row that was written since a merge refers to one that it has moved, or to what belongs to one, as a new
-- diagnosis to a moved problem or an addendum to a moved visit's note: taken apart, the two would be of different patients.
CREATE PROCEDURE CheckMergeRowsUnused(IN p_patient_merge_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_statement TEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE references_to_merge CURSOR FOR
        SELECT CONCAT(
                   'SELECT COUNT(*) INTO @emr_found FROM MergedRow AS m JOIN ', k.table_name, ' AS newer ON newer.',
                   k.column_name, ' = m.record_id LEFT JOIN MergedRow AS too ON too.patient_merge_id = m.patient_merge_id',
                   ' AND too.table_name = ''', k.table_name, ''' AND too.record_id = newer.', p.column_name,
                   ' WHERE m.patient_merge_id = ', p_patient_merge_id, ' AND m.table_name = ''', k.referenced_table_name,
                   ''' AND too.merged_row_id IS NULL')
          FROM information_schema.key_column_usage AS k
          JOIN information_schema.key_column_usage AS p
            ON p.table_schema = k.table_schema AND p.table_name = k.table_name AND p.constraint_name = 'PRIMARY'
         WHERE k.table_schema = DATABASE() AND k.referenced_table_name <> 'Patient' AND k.column_name <> 'patient_id'
           AND k.referenced_table_name IN (SELECT table_name FROM MergedRow WHERE patient_merge_id = p_patient_merge_id);
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    OPEN references_to_merge;
    each_reference: LOOP
        FETCH references_to_merge INTO v_statement;
        IF v_is_over THEN
            LEAVE each_reference;
        END IF;
        SET @emr_statement = v_statement;
        PREPARE count_newer FROM @emr_statement;
        EXECUTE count_newer;
        DEALLOCATE PREPARE count_newer;
        IF @emr_found > 0 THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_rows_in_use';
        END IF;
    END LOOP;
    CLOSE references_to_merge;
END
