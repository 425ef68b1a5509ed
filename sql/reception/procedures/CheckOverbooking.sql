-- Refuses to put an appointment beside another, or outside of the hours, unless who writes has that right and says so in
-- their own name. Called by the triggers of Appointment for every time that is overbooked anew.
CREATE PROCEDURE CheckOverbooking(
    IN p_overbooked_by BIGINT, IN p_provider_id BIGINT, IN p_date DATE, IN p_time TIME, IN p_minutes SMALLINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    IF SUBSTRING_INDEX(USER(), '@', 1) = '{app_account}'
       AND NOT (p_overbooked_by <=> @emr_user_id AND UserMay(p_overbooked_by, 'reception.overbook_appointment')) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'overbooking_is_a_right';
    END IF;
    CALL CheckTimeHeld(p_provider_id, p_date, p_time, p_minutes);
END
