-- The roles of a user in words, in alphabetical order; empty when there are none.
CREATE FUNCTION RolesOf(p_user_id BIGINT)
RETURNS VARCHAR(255) READS SQL DATA SQL SECURITY INVOKER
BEGIN
    RETURN (SELECT COALESCE(LEFT(GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', '), 255), '')
              FROM Users_Group AS ug JOIN auth_group AS g ON g.id = ug.group_id
             WHERE ug.user_id = p_user_id);
END
