"""Make a database's functions, views, procedures, triggers and grants equal to their files.

Only what changed since the last deploy is touched; Sql_Object remembers what that was.
"""

import re
from contextlib import contextmanager
from itertools import groupby

from django.db import DatabaseError, connections

from emr_site.sql.audit_triggers import audit_triggers
from emr_site.sql.files import KINDS, objects
from emr_site.sql.grants import deploy_grants, revoke_grants
from emr_site.sql.merge_triggers import merge_triggers


class DeployFailed(Exception):
    """An object's file was refused by the server; says which and why."""


def deploy(using="owner", *, everything=False):
    """Deploy what changed (or `everything`); return the names of the objects that were created or dropped."""
    connection = connections[using]
    with connection.cursor() as cursor:
        wanted = wanted_objects(cursor)
        deployed = {} if everything else deployed_hashes(cursor)
        touched = drop_vanished(cursor, wanted)
        changed = [each for each in wanted if deployed.get((each.kind, each.name)) != each.sha256]
        # Sorting keeps a table's triggers in order: its rules, then that of merged records, then the audit, which sees
        # what the rules made of a row.
        again = sorted(whole_tables(changed, wanted), key=table_of)
        for table, group in groupby(again, table_of):
            with closed_to_others(cursor, table):
                for each in group:
                    create(connection, cursor, each)
                    touched.append(each.name)
        touched += deploy_grants(connection)
    return touched


def wanted_objects(cursor):
    wanted = [each for kind in KINDS for each in objects(kind)]
    return wanted + list(merge_triggers(cursor)) + list(audit_triggers(cursor))


def deployed_hashes(cursor):
    cursor.execute("SELECT kind, name, sha256 FROM Sql_Object")
    return {(kind, name): sha256 for kind, name, sha256 in cursor.fetchall()}


def undeploy(using="owner"):
    """Drop every object that a deploy created; the tables alone remain, and only the owner may use them.

    The pages may be open meanwhile: without triggers nothing would refuse or record what they write.
    """
    connection = connections[using]
    with connection.cursor() as cursor:
        if "Sql_Object".lower() in (name.lower() for name in connection.introspection.table_names(cursor)):
            revoke_grants(cursor, connection.settings_dict["NAME"])
            drop_vanished(cursor, [])


def drop_vanished(cursor, wanted):
    """Drop what an earlier deploy created and no file wants any more."""
    names = {(each.kind, each.name) for each in wanted}
    vanished = [key for key in deployed_hashes(cursor) if key not in names]
    for kind, name in vanished:
        cursor.execute(f"DROP {kind.upper()} IF EXISTS {name}")
        cursor.execute("DELETE FROM Sql_Object WHERE kind = %s AND name = %s", [kind, name])
    return [name for _, name in vanished]


def whole_tables(changed, wanted):
    """The changed objects, and all triggers of each table of which one changed; those of no table come first."""
    tables = {each.table for each in changed if each.table}
    return [each for each in wanted if each in changed or each.table in tables]


def table_of(each):
    return each.table


@contextmanager
def closed_to_others(cursor, table):
    """While a table's triggers are made anew, whoever writes to it waits; a name of "" closes nothing."""
    if table:
        cursor.execute(f"LOCK TABLES `{table}` WRITE, Sql_Object WRITE")
    try:
        yield
    finally:
        if table:
            cursor.execute("UNLOCK TABLES")


def create(connection, cursor, each):
    """Create one object in place of an older one, on MariaDB without a moment in which there is none."""
    text = each.text
    # A trigger is dropped and made anew, so that it stands behind those of its table which come before it.
    if connection.mysql_is_mariadb and not each.table:
        text = re.sub("^CREATE ", "CREATE OR REPLACE ", text, count=1, flags=re.MULTILINE)
    else:
        cursor.execute(f"DROP {each.kind.upper()} IF EXISTS {each.name}")
    try:
        cursor.execute(text)
    except DatabaseError as error:
        raise DeployFailed(f"sql/{each.room}/{KINDS[each.kind]}/{each.name}.sql: {error}") from error
    cursor.execute(
        "REPLACE INTO Sql_Object (kind, name, room, sha256, deployed_at) VALUES (%s, %s, %s, %s, UTC_TIMESTAMP(6))",
        [each.kind, each.name, each.room, each.sha256],
    )
