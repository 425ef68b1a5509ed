-- Takes on a provider whose name comes in one piece, with or without "Dr."; returns provider_id.
CREATE PROCEDURE CreateProvider(IN p_name VARCHAR(222), IN p_specialty VARCHAR(100), IN p_contact VARCHAR(100))
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_prefix VARCHAR(20) DEFAULT PrefixOf(p_name);
    DECLARE v_rest VARCHAR(222) DEFAULT TRIM(SUBSTRING(TRIM(p_name), CHAR_LENGTH(v_prefix) + 1));
    INSERT INTO Provider (prefix, family_name, given_name, specialization, contact)
    VALUES (v_prefix, FamilyNameOf(v_rest), GivenNameOf(v_rest), p_specialty, p_contact);
    SELECT LAST_INSERT_ID() AS provider_id;
END
