-- Refuses when a row that was written since a merge refers to one that it has moved, as a new visit to a moved
-- appointment: taken apart, the two would be of different patients.
CREATE PROCEDURE CheckMergeRowsUnused(IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_statement TEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    -- The foreign keys of two columns, of which one is the patient.
    DECLARE pairs CURSOR FOR
        SELECT CONCAT(
                   'SELECT COUNT(*) INTO @emr_found FROM ', k.table_name, ' AS newer JOIN MergedRow AS m ON m.patient_merge_id = ',
                   p_patient_merge_id, ' AND m.table_name = ''', k.referenced_table_name, ''' AND m.record_id = newer.',
                   k.column_name, ' LEFT JOIN MergedRow AS too ON too.patient_merge_id = m.patient_merge_id AND too.table_name = ''',
                   k.table_name, ''' AND too.record_id = newer.', p.column_name,
                   ' WHERE newer.patient_id = ', p_patient_id, ' AND too.merged_row_id IS NULL')
          FROM information_schema.key_column_usage AS k
          JOIN information_schema.key_column_usage AS pair
            ON pair.table_schema = k.table_schema AND pair.table_name = k.table_name
           AND pair.constraint_name = k.constraint_name AND pair.column_name = 'patient_id'
          JOIN information_schema.key_column_usage AS p
            ON p.table_schema = k.table_schema AND p.table_name = k.table_name AND p.constraint_name = 'PRIMARY'
         WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL AND k.column_name <> 'patient_id';
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    OPEN pairs;
    each_pair: LOOP
        FETCH pairs INTO v_statement;
        IF v_is_over THEN
            LEAVE each_pair;
        END IF;
        SET @emr_statement = v_statement;
        PREPARE count_newer FROM @emr_statement;
        EXECUTE count_newer;
        DEALLOCATE PREPARE count_newer;
        IF @emr_found > 0 THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_rows_in_use';
        END IF;
    END LOOP;
    CLOSE pairs;
END
