-- Removes a provider entered by mistake; one with a history is refused: deactivate instead.
CREATE PROCEDURE DeleteProvider(IN p_provider_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    -- 1451: a foreign key of any room still points here.
    DECLARE EXIT HANDLER FOR 1451 SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'provider_has_history';
    DELETE FROM Provider WHERE provider_id = p_provider_id;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'provider_not_found';
    END IF;
END
