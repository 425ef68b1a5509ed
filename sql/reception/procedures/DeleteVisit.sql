-- Removes a visit entered by mistake; one with a record, test, prescription or bill is refused.
CREATE PROCEDURE DeleteVisit(IN p_visit_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    -- 1451: a foreign key of any room still points here.
    DECLARE EXIT HANDLER FOR 1451 SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_has_history';
    DELETE FROM Visit WHERE visit_id = p_visit_id;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_not_found';
    END IF;
END
