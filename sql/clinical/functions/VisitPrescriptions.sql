-- The medicines ordered at a visit, one a line; NULL when there are none.
CREATE FUNCTION VisitPrescriptions(p_visit_id BIGINT)
RETURNS MEDIUMTEXT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_lines MEDIUMTEXT;
    DECLARE v_line TEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE medicines CURSOR FOR
        SELECT CONCAT_WS(', ', medication, NULLIF(dosage, ''), NULLIF(instructions, ''))
          FROM Prescription WHERE visit_id = p_visit_id ORDER BY prescription_id;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    OPEN medicines;
    each_line: LOOP
        FETCH medicines INTO v_line;
        IF v_is_over THEN
            LEAVE each_line;
        END IF;
        SET v_lines = CONCAT_WS('\n', v_lines, v_line);
    END LOOP;
    CLOSE medicines;
    RETURN v_lines;
END
