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
    -- Nobody has told their hours.
    IF NOT EXISTS (SELECT 1 FROM ProviderHours WHERE provider_id = p_provider_id)
       AND NOT EXISTS (SELECT 1 FROM Holiday WHERE date = p_date AND place_id IS NULL) THEN
        RETURN 1;
    END IF;
    -- Stretches that touch at one place are one: each that ends on the way is gone on with. Who says to be in on a
    -- holiday is in.
    RETURN (
        WITH Worked AS (
            SELECT starts, ends, place_id FROM ProviderHours
             WHERE provider_id = p_provider_id AND weekday = WEEKDAY(p_date)
               AND NOT EXISTS (SELECT 1 FROM Holiday
                                WHERE Holiday.date = p_date
                                  AND (Holiday.place_id IS NULL OR Holiday.place_id = ProviderHours.place_id))
            UNION ALL
            SELECT starts, ends, place_id FROM ProviderException
             WHERE provider_id = p_provider_id AND kind = 'in' AND p_date BETWEEN first_day AND last_day)
        SELECT COUNT(*) > 0 FROM Worked AS begun
         WHERE begun.starts <= p_starts AND begun.ends > p_starts
           AND NOT EXISTS (
               SELECT 1 FROM Worked AS ended
                WHERE ended.place_id <=> begun.place_id AND ended.ends > p_starts AND ended.ends < p_ends
                  AND NOT EXISTS (
                      SELECT 1 FROM Worked AS further
                       WHERE further.place_id <=> begun.place_id
                         AND further.starts <= ended.ends AND further.ends > ended.ends)));
END
