-- Corrects a test or enters its results.
CREATE PROCEDURE UpdateTest(
    IN p_test_id BIGINT, IN p_visit_id BIGINT, IN p_type VARCHAR(255), IN p_results TEXT, IN p_date DATE)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_id BIGINT;
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_not_found';
    SELECT test_id INTO v_id FROM Test WHERE test_id = p_test_id FOR UPDATE;
    UPDATE Test
       SET visit_id = p_visit_id,
           type = p_type,
           results = p_results,
           date = p_date
     WHERE test_id = p_test_id;
END
