-- The moment by the server's own clock, in UTC: UTC_TIMESTAMP is whatever a session says by SET timestamp.
CREATE FUNCTION UtcNow()
RETURNS DATETIME(6) NOT DETERMINISTIC NO SQL SQL SECURITY INVOKER
BEGIN
    RETURN CONVERT_TZ(SYSDATE(6), @@session.time_zone, '+00:00');
END
