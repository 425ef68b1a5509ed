-- Removes a test that has no results yet.
CREATE PROCEDURE DeleteTest(IN p_test_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DELETE FROM Test WHERE test_id = p_test_id;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_not_found';
    END IF;
END
