-- Refuses a day on which no test can have been done: to come, or before the patient's birth. The triggers of Test call it.
CREATE PROCEDURE CheckTestDay(IN p_visit_id BIGINT, IN p_date DATE)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    -- A clinic east of UTC is already in tomorrow.
    IF p_date > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_in_future';
    END IF;
    IF p_date < (SELECT p.date_of_birth FROM Visit AS v JOIN Patient AS p ON p.patient_id = v.patient_id
                    WHERE v.visit_id = p_visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test_before_birth';
    END IF;
END
