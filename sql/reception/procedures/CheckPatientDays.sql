-- Refuses what cannot be of a patient yet: a birth, a death or an arrival to come. The triggers of Patient call it.
CREATE PROCEDURE CheckPatientDays(IN p_date_of_birth DATE, IN p_unknown_since DATETIME(6), IN p_deceased_on DATE)
NO SQL SQL SECURITY INVOKER
BEGIN
    -- A clinic east of UTC is already in tomorrow.
    IF p_date_of_birth > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'birth_in_future';
    END IF;
    -- A few minutes: the clocks of two machines differ.
    IF p_unknown_since > UTC_TIMESTAMP(6) + INTERVAL 5 MINUTE THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'unknown_in_future';
    END IF;
    IF p_deceased_on > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'death_in_future';
    END IF;
END
