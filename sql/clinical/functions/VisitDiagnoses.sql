-- The diagnoses of a visit, the principal one first, one a line with its code; NULL when there are none.
CREATE FUNCTION VisitDiagnoses(p_visit_id BIGINT)
RETURNS MEDIUMTEXT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_lines MEDIUMTEXT;
    DECLARE v_line TEXT;
    DECLARE v_is_over BOOLEAN DEFAULT FALSE;
    DECLARE diagnoses CURSOR FOR
        SELECT CONCAT_WS(' ', p.icd10_code, p.description)
          FROM VisitDiagnosis AS d JOIN Problem AS p ON p.problem_id = d.problem_id
         WHERE d.visit_id = p_visit_id AND d.removed_at IS NULL
         ORDER BY d.diagnosis_rank;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_over = TRUE;
    OPEN diagnoses;
    each_line: LOOP
        FETCH diagnoses INTO v_line;
        IF v_is_over THEN
            LEAVE each_line;
        END IF;
        SET v_lines = CONCAT_WS('\n', v_lines, v_line);
    END LOOP;
    CLOSE diagnoses;
    RETURN v_lines;
END
