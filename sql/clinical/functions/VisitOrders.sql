-- The tests ordered at a visit before its note was signed, each line with its number; NULL when there are none.
CREATE FUNCTION VisitOrders(p_visit_id BIGINT)
RETURNS MEDIUMTEXT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_lines MEDIUMTEXT;
    DECLARE v_line TEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE v_signed_at DATETIME(6) DEFAULT COALESCE(SignedAt(p_visit_id), '9999-12-31');
    DECLARE ordered CURSOR FOR
        SELECT CONCAT(test_id, ' ', type) FROM Test
         WHERE visit_id = p_visit_id AND recorded_at <= v_signed_at ORDER BY test_id;
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
