"""Make a database's functions, views, procedures, triggers and grants equal to their files.

Only what changed since the last deploy is touched; Sql_Object remembers what that was.
"""

import re

from django.db import DatabaseError, connections

from emr_site.sql.audit_triggers import audit_triggers
from emr_site.sql.files import KINDS, objects
from emr_site.sql.grants import deploy_grants
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
        # A table's triggers keep their order: its rules, then that of merged records, then the audit, which
        # sees what the rules made of a row.
        changed = with_later_triggers(changed, wanted)
        for each in changed:
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
    """Drop every object that a deploy created; the tables alone remain."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if "Sql_Object".lower() in (name.lower() for name in connection.introspection.table_names(cursor)):
            drop_vanished(cursor, [])


def drop_vanished(cursor, wanted):
    """Drop what an earlier deploy created and no file wants any more."""
    names = {(each.kind, each.name) for each in wanted}
    vanished = [key for key in deployed_hashes(cursor) if key not in names]
    for kind, name in vanished:
        cursor.execute(f"DROP {kind.upper()} IF EXISTS {name}")
        cursor.execute("DELETE FROM Sql_Object WHERE kind = %s AND name = %s", [kind, name])
    return [name for _, name in vanished]


def with_later_triggers(changed, wanted):
    """The changed objects and, after a changed rule trigger, the generated triggers of the same table and event."""
    rules = {each.name.removeprefix("Rule") for each in changed if each.name.startswith("Rule")}
    again = {each for each in wanted if each.table and f"{event_of(each)}{each.table}" in rules}
    return [each for each in wanted if each in again or each in changed]


def event_of(trigger):
    return next(event for event in ("Insert", "Update", "Delete") if event in trigger.name)


def create(connection, cursor, each):
    """Create one object in place of an older one, on MariaDB without a moment in which there is none."""
    text = each.text
    # An audit trigger is dropped and made anew, so that it stands behind a rule trigger that was made anew.
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
