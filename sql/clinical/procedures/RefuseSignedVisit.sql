-- Refuses what would change a visit that is signed, and keeps one that is not from being signed until the change is
-- committed. Called by triggers; no visit (NULL) is nothing to refuse.
CREATE PROCEDURE RefuseSignedVisit(IN p_visit_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_visit_id BIGINT;
    -- A visit that does not exist is the foreign key's to refuse.
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_visit_id = NULL;
    SELECT visit_id INTO v_visit_id FROM Visit WHERE visit_id = p_visit_id LOCK IN SHARE MODE;
    IF IsSigned(v_visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'note_is_signed';
    END IF;
END
