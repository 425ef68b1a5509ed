-- Before rows move, lets every room put aside what the merged patient can have but once, or refuse: calls each procedure
-- whose name begins with BeforeMerge, whichever room has it.
CREATE PROCEDURE PrepareMerge(IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_statement TEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE preparations CURSOR FOR
        SELECT CONCAT('CALL ', routine_name, '(', p_patient_merge_id, ', ', p_patient_id, ', ', p_merged_patient_id, ')')
          FROM information_schema.routines
         WHERE routine_schema = DATABASE() AND routine_type = 'PROCEDURE' AND routine_name LIKE 'BeforeMerge%'
         ORDER BY routine_name;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    OPEN preparations;
    each_room: LOOP
        FETCH preparations INTO v_statement;
        IF v_is_over THEN
            LEAVE each_room;
        END IF;
        SET @emr_statement = v_statement;
        PREPARE prepare_room FROM @emr_statement;
        EXECUTE prepare_room;
        DEALLOCATE PREPARE prepare_room;
    END LOOP;
    CLOSE preparations;
END
