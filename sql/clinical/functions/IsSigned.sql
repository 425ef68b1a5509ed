-- 1 when the note of a visit has its author's signature: from then on the visit is locked.
CREATE FUNCTION IsSigned(p_visit_id BIGINT)
RETURNS TINYINT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    RETURN SignedAt(p_visit_id) IS NOT NULL;
END
