-- 1 when an active user has a right, such as 'clinical.sign_note', by a role, by the user's own rights, or as superuser.
CREATE FUNCTION UserMay(p_user_id BIGINT, p_right VARCHAR(200))
RETURNS TINYINT READS SQL DATA SQL SECURITY INVOKER
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM Users AS u
         WHERE u.user_id = p_user_id AND u.is_active
           AND (u.is_superuser
                OR EXISTS (SELECT 1 FROM auth_permission AS p
                             JOIN django_content_type AS t ON t.id = p.content_type_id
                            WHERE t.app_label = SUBSTRING_INDEX(p_right, '.', 1)
                              AND p.codename = SUBSTRING_INDEX(p_right, '.', -1)
                              AND (EXISTS (SELECT 1 FROM Users_Permission AS own
                                            WHERE own.user_id = u.user_id AND own.permission_id = p.id)
                                   OR EXISTS (SELECT 1 FROM Users_Group AS g
                                                JOIN auth_group_permissions AS gp ON gp.group_id = g.group_id
                                               WHERE g.user_id = u.user_id AND gp.permission_id = p.id)))));
END
