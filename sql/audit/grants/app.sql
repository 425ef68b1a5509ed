-- The pages read the log and write it only through three procedures.
GRANT SELECT ON Audit_Log TO app
GRANT SELECT ON Look TO app
GRANT EXECUTE ON PROCEDURE RecordLook TO app
GRANT EXECUTE ON PROCEDURE RecordEvent TO app
GRANT EXECUTE ON PROCEDURE RecordLooks TO app
