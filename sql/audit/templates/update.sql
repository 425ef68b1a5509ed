-- Writes the changed columns of {table}, old and new, to the audit log; an update that changes nothing writes nothing.
CREATE TRIGGER BeforeUpdate{noun} BEFORE UPDATE ON {table} FOR EACH ROW
BEGIN
    {refuse_session}
    IF NOT ({nothing_changed}) THEN
        INSERT INTO Audit_Log ({columns})
        VALUES ('change', 'U', 'UPDATE', '{table}', NEW.{key}, {old_changes}, {new_changes}, {new_patient}, {who});
    END IF;
END
