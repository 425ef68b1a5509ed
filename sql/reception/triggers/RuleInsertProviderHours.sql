-- Two stretches of a provider's usual week never overlap, and two providers never have one room at once.
CREATE TRIGGER RuleInsertProviderHours BEFORE INSERT ON ProviderHours FOR EACH ROW
BEGIN
    CALL CheckProviderHours(NEW.provider_hours_id, NEW.provider_id, NEW.room_id, NEW.weekday, NEW.starts, NEW.ends);
END
