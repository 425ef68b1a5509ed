-- Writes the whole new row of {table} to the audit log, signed as the connection is.
CREATE TRIGGER AfterInsert{noun} AFTER INSERT ON {table} FOR EACH ROW
BEGIN
    {refuse_session}
    INSERT INTO Audit_Log ({columns})
    VALUES ('change', 'C', 'INSERT', '{table}', NEW.{key}, NULL, {new_row}, {new_patient}, {who});
END
