-- The tests ordered or done at a visit, one a line, with the results known by then; NULL when there are none.
CREATE FUNCTION VisitTests(p_visit_id BIGINT)
RETURNS MEDIUMTEXT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_lines MEDIUMTEXT;
    DECLARE v_line MEDIUMTEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE ordered CURSOR FOR
        SELECT CONCAT_WS(': ', type, NULLIF(results, '')) FROM Test WHERE visit_id = p_visit_id ORDER BY test_id;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    OPEN ordered;
    each_line: LOOP
        FETCH ordered INTO v_line;
        IF v_is_over THEN
            LEAVE each_line;
        END IF;
        SET v_lines = CONCAT_WS('\n', v_lines, v_line);
    END LOOP;
    CLOSE ordered;
    RETURN v_lines;
END
