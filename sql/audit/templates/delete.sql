-- Writes the whole old row of {table} to the audit log, signed as the connection is.
CREATE TRIGGER BeforeDelete{noun} BEFORE DELETE ON {table} FOR EACH ROW
BEGIN
    {refuse_session}
    INSERT INTO Audit_Log ({columns})
    VALUES ('change', 'D', 'DELETE', '{table}', OLD.{key}, {old_row}, NULL, {old_patient}, {who});
END
