-- Orders a test at a visit; returns test_id.
CREATE PROCEDURE CreateTest(
    IN p_visit_id BIGINT, IN p_type VARCHAR(255), IN p_results TEXT, IN p_date DATE)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO Test (visit_id, type, results, date)
    VALUES (p_visit_id, p_type, p_results, p_date);
    SELECT LAST_INSERT_ID() AS test_id;
END
