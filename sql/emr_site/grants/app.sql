-- What the pages' account may do with Django's own tables and with the plumbing's.
GRANT SELECT, INSERT, UPDATE, DELETE ON django_session TO app
GRANT SELECT, INSERT ON django_admin_log TO app
GRANT SELECT ON django_content_type TO app
GRANT SELECT ON django_migrations TO app
GRANT SELECT ON auth_group TO app
GRANT SELECT ON auth_group_permissions TO app
GRANT SELECT ON auth_permission TO app
GRANT SELECT, INSERT, UPDATE, DELETE ON axes_accessattempt TO app
GRANT SELECT, INSERT, UPDATE, DELETE ON axes_accessattemptexpiration TO app
GRANT SELECT, INSERT, DELETE ON axes_accessfailurelog TO app
GRANT SELECT, INSERT, UPDATE, DELETE ON axes_accesslog TO app
GRANT SELECT, INSERT, UPDATE ON Submission TO app
GRANT SELECT, INSERT ON ExternalIdentifier TO app
GRANT SELECT ON Adoption_Finding TO app
