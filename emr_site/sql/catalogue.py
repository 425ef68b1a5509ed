"""What a database consists of, read from information_schema in a form that two databases can be compared by."""

from django.conf import settings
from django.db import ProgrammingError

from emr_site.sql import grants
from emr_site.sql.files import ROOMS

QUERIES = {
    "column": """SELECT CONCAT(table_name, '.', column_name), CONCAT_WS('|', column_type, is_nullable,
                        column_default, extra, collation_name, generation_expression)
                   FROM information_schema.columns WHERE table_schema = %s""",
    "index": """SELECT CONCAT(table_name, '.', index_name, '.', seq_in_index),
                       CONCAT_WS('|', column_name, non_unique, sub_part, index_type, collation)
                  FROM information_schema.statistics WHERE table_schema = %s""",
    "foreign key": """SELECT CONCAT(table_name, '.', constraint_name),
                              CONCAT_WS('|', referenced_table_name, update_rule, delete_rule)
                        FROM information_schema.referential_constraints WHERE constraint_schema = %s""",
    "key column": """SELECT CONCAT(table_name, '.', constraint_name, '.', ordinal_position),
                            CONCAT_WS('|', column_name, referenced_table_name, referenced_column_name)
                       FROM information_schema.key_column_usage WHERE table_schema = %s""",
    "view": """SELECT table_name, CONCAT_WS('|', view_definition, security_type, definer)
                 FROM information_schema.views WHERE table_schema = %s""",
    "routine": """SELECT routine_name, CONCAT_WS('|', routine_type, security_type, sql_data_access, is_deterministic,
                         sql_mode, definer, routine_definition)
                    FROM information_schema.routines WHERE routine_schema = %s""",
    "parameter": """SELECT CONCAT(specific_name, '.', ordinal_position),
                          CONCAT_WS('|', parameter_mode, parameter_name, dtd_identifier)
                      FROM information_schema.parameters WHERE specific_schema = %s""",
    "trigger": """SELECT trigger_name, CONCAT_WS('|', event_object_table, action_timing, event_manipulation,
                         action_order, sql_mode, definer, action_statement)
                    FROM information_schema.triggers WHERE trigger_schema = %s""",
    "table": """SELECT table_name, CONCAT_WS('|', engine, table_collation)
                  FROM information_schema.tables WHERE table_schema = %s AND table_type = 'BASE TABLE'""",
    "event": """SELECT event_name, CONCAT_WS('|', status, definer, execute_at, interval_value, interval_field,
                       event_definition)
                  FROM information_schema.events WHERE event_schema = %s""",
    # What a routine's variables and a new table are made with.
    "database": """SELECT 'collation', default_collation_name
                     FROM information_schema.schemata WHERE schema_name = %s""",
}
# What only one of the servers knows, or keeps in a table of another shape.
MARIADB = {
    "check": """SELECT CONCAT(table_name, '.', constraint_name), check_clause
                  FROM information_schema.check_constraints WHERE constraint_schema = %s""",
    "ignored index": """SELECT DISTINCT CONCAT(table_name, '.', index_name), ignored
                          FROM information_schema.statistics WHERE table_schema = %s AND ignored = 'YES'""",
}
MYSQL = {
    "check": """SELECT CONCAT(t.table_name, '.', c.constraint_name), CONCAT_WS('|', c.check_clause, t.enforced)
                  FROM information_schema.check_constraints AS c
                  JOIN information_schema.table_constraints AS t USING (constraint_schema, constraint_name)
                 WHERE c.constraint_schema = %s AND t.constraint_type = 'CHECK'""",
    "index expression": """SELECT CONCAT(table_name, '.', index_name, '.', seq_in_index), expression
                             FROM information_schema.statistics WHERE table_schema = %s AND expression IS NOT NULL""",
    "ignored index": """SELECT DISTINCT CONCAT(table_name, '.', index_name), is_visible
                          FROM information_schema.statistics WHERE table_schema = %s AND is_visible = 'NO'""",
}


def catalogue(connection, schema):
    """{(kind, name): definition} of everything in the database, its own name taken out of the definitions."""
    found = {}
    with connection.cursor() as cursor:
        for kind, query in (QUERIES | (MARIADB if connection.mysql_is_mariadb else MYSQL)).items():
            cursor.execute(query, [schema])
            for name, definition in cursor.fetchall():
                found[kind, text(name)] = text(definition).replace(f"`{schema}`.", "")
        found |= {("row", name): "" for name in reference_rows(cursor)}
    return found


def reference_rows(cursor):
    """The rows that the product cannot do without, by sql/<room>/reference/<Table>.sql, in the open database."""
    for room in ROOMS:
        for path in sorted((settings.SQL_DIR / room / "reference").glob("*.sql")):
            try:
                cursor.execute(path.read_text())
            except ProgrammingError:
                continue  # without the table, which is named as missing itself
            yield from (f"{path.stem} {name}" for (name,) in cursor.fetchall())


def text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def drift(connection, wanted):
    """(state, kind, name) of everything in the connection's database that is not as it should be."""
    schema = connection.settings_dict["NAME"]
    found = list(differences(wanted, catalogue(connection, schema)))
    with connection.cursor() as cursor:
        return found + list(grants.drift(cursor, schema))


def differences(wanted, live):
    """(state, kind, name) of each object that is changed, missing or extra in `live`; a clinic may add rows."""
    for key in sorted(wanted.keys() | live.keys()):
        if wanted.get(key) != live.get(key) and (key in wanted or key[0] != "row"):
            yield ("extra" if key not in wanted else "missing" if key not in live else "changed"), *key
