-- Changes a provider's details; the parts of the name change only when the name as one does.
CREATE PROCEDURE UpdateProvider(
    IN p_provider_id BIGINT, IN p_name VARCHAR(222), IN p_specialty VARCHAR(100), IN p_contact VARCHAR(100))
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_name VARCHAR(222);
    DECLARE v_prefix VARCHAR(20) DEFAULT PrefixOf(p_name);
    DECLARE v_rest VARCHAR(222) DEFAULT TRIM(SUBSTRING(TRIM(p_name), CHAR_LENGTH(v_prefix) + 1));
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'provider_not_found';
    SELECT name INTO v_name FROM Provider WHERE provider_id = p_provider_id FOR UPDATE;
    IF NOT CAST(v_name AS BINARY) <=> CAST(p_name AS BINARY) THEN
        UPDATE Provider
           SET prefix = v_prefix, family_name = FamilyNameOf(v_rest), given_name = GivenNameOf(v_rest)
         WHERE provider_id = p_provider_id;
    END IF;
    UPDATE Provider SET specialization = p_specialty, contact = p_contact WHERE provider_id = p_provider_id;
END
