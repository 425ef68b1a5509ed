-- Refuses a time that is held for somebody of the waiting list, until their time to answer has run out.
-- Asked of every booking, also of one that is booked beside another.
CREATE PROCEDURE CheckTimeHeld(IN p_provider_id BIGINT, IN p_date DATE, IN p_time TIME, IN p_minutes SMALLINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_ends TIME DEFAULT ADDTIME(p_time, SEC_TO_TIME(p_minutes * 60));
    DECLARE v_held INT DEFAULT 0;
    -- The row is locked so that two people who book one provider's day wait for one another.
    INSERT INTO ProviderDay (provider_id, date) VALUES (p_provider_id, p_date)
        ON DUPLICATE KEY UPDATE date = p_date;
    SELECT COUNT(*) INTO v_held
      FROM SlotOffer
     WHERE provider_id = p_provider_id
       AND date = p_date
       AND time < v_ends
       AND end_time > p_time
       AND state = 'open'
       AND held_until > UTC_TIMESTAMP(6)
      LOCK IN SHARE MODE;
    IF v_held > 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'slot_held';
    END IF;
END
