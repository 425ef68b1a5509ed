-- Refuses a stretch of a usual week that overlaps another one of the provider, or one of another provider in the room.
-- The triggers of ProviderHours call it; 0 stands for a stretch to be.
CREATE PROCEDURE CheckProviderHours(
    IN p_provider_hours_id BIGINT, IN p_provider_id BIGINT, IN p_room_id BIGINT, IN p_weekday TINYINT, IN p_starts TIME,
    IN p_ends TIME)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    IF EXISTS (
        SELECT 1 FROM ProviderHours
         WHERE provider_id = p_provider_id AND weekday = p_weekday AND starts < p_ends AND ends > p_starts
           AND provider_hours_id <> p_provider_hours_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'provider_hours_overlap';
    END IF;
    IF EXISTS (
        SELECT 1 FROM ProviderHours
         WHERE room_id = p_room_id AND weekday = p_weekday AND starts < p_ends AND ends > p_starts
           AND provider_hours_id <> p_provider_hours_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'provider_hours_room_taken';
    END IF;
END
