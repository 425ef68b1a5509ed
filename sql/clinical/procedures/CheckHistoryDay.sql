-- Refuses a day on which nothing can have happened to a patient: before the birth, after the death, to come. Called by the
-- rules of what a patient has told; of a day of which the year or the month alone is known the whole of that counts.
CREATE PROCEDURE CheckHistoryDay(IN p_patient_id BIGINT, IN p_day DATE, IN p_precision VARCHAR(5))
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_born DATE;
    DECLARE v_died DATE;
    DECLARE v_first DATE;
    DECLARE v_last DATE;
    SELECT date_of_birth, deceased_on INTO v_born, v_died FROM Patient WHERE patient_id = p_patient_id;
    SET v_first = CASE p_precision
                  WHEN 'year' THEN p_day - INTERVAL DAYOFYEAR(p_day) - 1 DAY
                  WHEN 'month' THEN p_day - INTERVAL DAYOFMONTH(p_day) - 1 DAY
                  ELSE p_day END;
    SET v_last = CASE p_precision
                 WHEN 'year' THEN v_first + INTERVAL 1 YEAR - INTERVAL 1 DAY
                 WHEN 'month' THEN LAST_DAY(p_day)
                 ELSE p_day END;
    -- A clinic east of UTC is already in tomorrow.
    IF v_first > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_in_future';
    END IF;
    IF v_last < v_born THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_before_birth';
    END IF;
    IF v_first > v_died THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history_after_death';
    END IF;
END
