-- Gives back what a merge has put aside and takes away what it has added, when it is undone. The values of a row come
-- back in one statement: some are only right together.
CREATE PROCEDURE RestoreMergedValues(IN p_patient_merge_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_statement MEDIUMTEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE changed_rows CURSOR FOR
        SELECT CONCAT(
                   'UPDATE ', v.table_name, ' SET ', GROUP_CONCAT(CONCAT(v.column_name, ' = ', QUOTE(v.old_value))),
                   ' WHERE ', MAX(k.column_name), ' = ', v.record_id)
          FROM MergedValue AS v
          JOIN information_schema.key_column_usage AS k
            ON k.table_schema = DATABASE() AND k.table_name = v.table_name AND k.constraint_name = 'PRIMARY'
         WHERE v.patient_merge_id = p_patient_merge_id
         GROUP BY v.table_name, v.record_id;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    -- A note is longer than what the servers join by themselves.
    SET SESSION group_concat_max_len = 1000000;
    OPEN changed_rows;
    each_row: LOOP
        FETCH changed_rows INTO v_statement;
        IF v_is_over THEN
            LEAVE each_row;
        END IF;
        SET @emr_statement = v_statement;
        PREPARE restore_row FROM @emr_statement;
        EXECUTE restore_row;
        DEALLOCATE PREPARE restore_row;
    END LOOP;
    CLOSE changed_rows;
    DELETE t FROM PatientPhone AS t JOIN MergedRow AS m ON m.record_id = t.patient_phone_id
     WHERE m.patient_merge_id = p_patient_merge_id AND m.kind = 'added' AND m.table_name = 'PatientPhone';
    DELETE t FROM PatientContact AS t JOIN MergedRow AS m ON m.record_id = t.patient_contact_id
     WHERE m.patient_merge_id = p_patient_merge_id AND m.kind = 'added' AND m.table_name = 'PatientContact';
    -- What somebody has decided meanwhile of the kept record and a third stands.
    DELETE t FROM PossibleDuplicate AS t JOIN MergedRow AS m ON m.record_id = t.possible_duplicate_id
     WHERE m.patient_merge_id = p_patient_merge_id AND m.kind = 'added' AND m.table_name = 'PossibleDuplicate'
       AND t.state = 'open';
END
