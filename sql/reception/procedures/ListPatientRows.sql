-- Writes down every row of a patient, in whatever table, that a merge is to move: each that names the patient by a
-- foreign key, the records merged before, and what stands for the patient in other systems. A photo stays behind when
-- the kept record has one.
CREATE PROCEDURE ListPatientRows(IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_kept_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_table VARCHAR(64);
    DECLARE v_key VARCHAR(64);
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE tables_of_patients CURSOR FOR
        SELECT DISTINCT k.table_name, p.column_name
          FROM information_schema.key_column_usage AS k
          JOIN information_schema.key_column_usage AS p
            ON p.table_schema = k.table_schema AND p.table_name = k.table_name AND p.constraint_name = 'PRIMARY'
         WHERE k.table_schema = DATABASE() AND k.column_name = 'patient_id' AND k.referenced_table_name IS NOT NULL
           AND k.table_name NOT IN ('PatientMerge', 'PossibleDuplicate');
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    OPEN tables_of_patients;
    each_table: LOOP
        FETCH tables_of_patients INTO v_table, v_key;
        IF v_is_over THEN
            LEAVE each_table;
        END IF;
        SET @emr_statement = CONCAT(
            'INSERT INTO MergedRow (patient_merge_id, table_name, record_id) SELECT ', p_patient_merge_id, ', ''',
            v_table, ''', ', v_key, ' FROM ', v_table, ' WHERE patient_id = ', p_patient_id, ' ORDER BY ', v_key);
        PREPARE list_rows FROM @emr_statement;
        EXECUTE list_rows;
        DEALLOCATE PREPARE list_rows;
    END LOOP;
    CLOSE tables_of_patients;
    INSERT INTO MergedRow (patient_merge_id, table_name, record_id)
    SELECT p_patient_merge_id, 'Patient', patient_id FROM Patient WHERE merged_into_id = p_patient_id;
    INSERT INTO MergedRow (patient_merge_id, table_name, record_id)
    SELECT p_patient_merge_id, 'ExternalIdentifier', external_identifier_id
      FROM ExternalIdentifier WHERE table_name = 'Patient' AND record_id = p_patient_id;
    IF EXISTS (SELECT 1 FROM PatientPhoto WHERE patient_id = p_kept_patient_id) THEN
        DELETE FROM MergedRow WHERE patient_merge_id = p_patient_merge_id AND table_name = 'PatientPhoto';
    END IF;
END
