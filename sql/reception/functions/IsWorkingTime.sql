-- 1 when a provider works from p_starts to p_ends of a day without a gap; also when nobody has told their hours.
CREATE FUNCTION IsWorkingTime(p_provider_id BIGINT, p_date DATE, p_starts TIME, p_ends TIME)
RETURNS TINYINT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    IF EXISTS (
        SELECT 1 FROM ProviderException
         WHERE provider_id = p_provider_id AND kind = 'away' AND p_date BETWEEN first_day AND last_day
           AND (starts IS NULL OR starts < p_ends AND ends > p_starts)) THEN
        RETURN 0;
    END IF;
    -- Who says to be in on a holiday is in.
    IF EXISTS (
        SELECT 1 FROM ProviderException
         WHERE provider_id = p_provider_id AND kind = 'in' AND p_date BETWEEN first_day AND last_day
           AND starts <= p_starts AND ends >= p_ends) THEN
        RETURN 1;
    END IF;
    IF EXISTS (SELECT 1 FROM Holiday WHERE date = p_date AND place_id IS NULL) THEN
        RETURN 0;
    END IF;
    RETURN NOT EXISTS (SELECT 1 FROM ProviderHours WHERE provider_id = p_provider_id) OR EXISTS (
        SELECT 1 FROM ProviderHours
         WHERE provider_id = p_provider_id AND weekday = WEEKDAY(p_date) AND starts <= p_starts AND ends >= p_ends
           AND NOT EXISTS (SELECT 1 FROM Holiday
                            WHERE Holiday.date = p_date AND Holiday.place_id = ProviderHours.place_id));
END
