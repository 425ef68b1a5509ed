-- One provider.
CREATE PROCEDURE ViewProvider(IN p_provider_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
SELECT * FROM Provider WHERE provider_id = p_provider_id
