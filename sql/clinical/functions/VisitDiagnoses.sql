-- The diagnoses of a visit, the principal one first, one a line; NULL when there are none.
CREATE FUNCTION VisitDiagnoses(p_visit_id BIGINT)
RETURNS MEDIUMTEXT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    RETURN NULL;
END
