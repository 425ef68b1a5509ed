"""What a database consists of, read from information_schema in a form that two databases can be compared by."""

from emr_site.sql.grants import ALIASES, live_grants

QUERIES = {
    "column": """SELECT CONCAT(table_name, '.', column_name), CONCAT_WS('|', column_type, is_nullable,
                        column_default, extra, collation_name, generation_expression)
                   FROM information_schema.columns WHERE table_schema = %s""",
    "index": """SELECT CONCAT(table_name, '.', index_name, '.', seq_in_index),
                       CONCAT_WS('|', column_name, non_unique, sub_part)
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
}
# The servers keep the checks in differently shaped tables.
CHECKS = {
    True: """SELECT CONCAT(table_name, '.', constraint_name), check_clause
               FROM information_schema.check_constraints WHERE constraint_schema = %s""",
    False: """SELECT CONCAT(t.table_name, '.', c.constraint_name), c.check_clause
                FROM information_schema.check_constraints AS c
                JOIN information_schema.table_constraints AS t USING (constraint_schema, constraint_name)
               WHERE c.constraint_schema = %s AND t.constraint_type = 'CHECK'""",
}


def catalogue(connection, schema):
    """{(kind, name): definition} of everything in the database, its own name taken out of the definitions."""
    found = {}
    with connection.cursor() as cursor:
        for kind, query in (QUERIES | {"check": CHECKS[connection.mysql_is_mariadb]}).items():
            cursor.execute(query, [schema])
            for name, definition in cursor.fetchall():
                found[kind, text(name)] = text(definition).replace(f"`{schema}`.", "")
        for account in ALIASES:
            for (kind, name), rights in live_grants(cursor, account, schema).items():
                found["grant", f"{account}: {kind} {name}".replace(":  ", ": ")] = ", ".join(sorted(rights))
    return found


def text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def differences(wanted, live):
    """(state, kind, name) of each object that is changed, missing or extra in `live`."""
    for key in sorted(wanted.keys() | live.keys()):
        if wanted.get(key) != live.get(key):
            yield ("extra" if key not in wanted else "missing" if key not in live else "changed"), *key
