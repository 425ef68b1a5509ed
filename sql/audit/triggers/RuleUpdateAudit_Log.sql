-- What happened stays as it was written: only the owner's account may touch it.
CREATE TRIGGER RuleUpdateAudit_Log BEFORE UPDATE ON Audit_Log FOR EACH ROW
BEGIN
    IF SUBSTRING_INDEX(USER(), '@', 1) <> '{owner_account}' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_is_append_only';
    END IF;
END
