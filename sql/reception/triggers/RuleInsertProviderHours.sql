-- Two stretches of a provider's usual week never overlap, and two providers never have one room at once.
CREATE TRIGGER RuleInsertProviderHours BEFORE INSERT ON ProviderHours FOR EACH ROW
BEGIN
    IF EXISTS (
        SELECT 1 FROM ProviderHours
         WHERE provider_id = NEW.provider_id AND weekday = NEW.weekday AND starts < NEW.ends AND ends > NEW.starts
           AND provider_hours_id <> NEW.provider_hours_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'provider_hours_overlap';
    END IF;
    IF EXISTS (
        SELECT 1 FROM ProviderHours
         WHERE room_id = NEW.room_id AND weekday = NEW.weekday AND starts < NEW.ends AND ends > NEW.starts
           AND provider_hours_id <> NEW.provider_hours_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'provider_hours_room_taken';
    END IF;
END
