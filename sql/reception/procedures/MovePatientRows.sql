-- Gives each row that a merge has written down to a patient. A row of which that patient has one already, as of a photo,
-- stays where it is.
CREATE PROCEDURE MovePatientRows(IN p_patient_merge_id BIGINT, IN p_to_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_row BIGINT;
    DECLARE v_statement TEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE rows_of_merge CURSOR FOR
        SELECT m.merged_row_id,
               CASE m.table_name
               WHEN 'Patient' THEN
                   CONCAT('UPDATE Patient SET merged_into_id = ', p_to_patient_id, ' WHERE patient_id = ', m.record_id)
               WHEN 'ExternalIdentifier' THEN
                   CONCAT('UPDATE ExternalIdentifier SET record_id = ', p_to_patient_id,
                          ' WHERE external_identifier_id = ', m.record_id)
               ELSE
                   CONCAT('UPDATE ', m.table_name, ' SET patient_id = ', p_to_patient_id,
                          ' WHERE ', k.column_name, ' = ', m.record_id)
               END
          FROM MergedRow AS m
          JOIN information_schema.key_column_usage AS k
            ON k.table_schema = DATABASE() AND k.table_name = m.table_name AND k.constraint_name = 'PRIMARY'
         WHERE m.patient_merge_id = p_patient_merge_id
         ORDER BY m.merged_row_id;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    -- A visit refers to its appointment and its patient as one pair: no order of statements moves both at once.
    SET FOREIGN_KEY_CHECKS = 0;
    OPEN rows_of_merge;
    each_row: LOOP
        FETCH rows_of_merge INTO v_row, v_statement;
        IF v_is_over THEN
            LEAVE each_row;
        END IF;
        SET @emr_statement = v_statement;
        BEGIN
            DECLARE CONTINUE HANDLER FOR 1062 DELETE FROM MergedRow WHERE merged_row_id = v_row;
            PREPARE move_row FROM @emr_statement;
            EXECUTE move_row;
            DEALLOCATE PREPARE move_row;
        END;
    END LOOP;
    CLOSE rows_of_merge;
    SET FOREIGN_KEY_CHECKS = 1;
END
