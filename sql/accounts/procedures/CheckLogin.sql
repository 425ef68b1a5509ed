-- Who wants to sign in: the active user of a name and a role (NULL: any) with the password's hash, which only Python verifies.
CREATE PROCEDURE CheckLogin(IN p_username VARCHAR(150), IN p_role VARCHAR(150))
READS SQL DATA SQL SECURITY INVOKER
SELECT u.user_id, u.username, u.password, GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', ') AS role
  FROM Users AS u
  LEFT JOIN Users_Group AS ug ON ug.user_id = u.user_id
  LEFT JOIN auth_group AS g ON g.id = ug.group_id
 WHERE u.username = p_username
   AND u.is_active
   AND (p_role IS NULL
        OR EXISTS (SELECT 1 FROM Users_Group AS mine JOIN auth_group AS asked ON asked.id = mine.group_id
                    WHERE mine.user_id = u.user_id AND asked.name = p_role))
 GROUP BY u.user_id, u.username, u.password
