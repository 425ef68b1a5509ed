"""The test databases: one for each process, made through `owner` and used with the pages' rights.

One whose schema files have not changed since it was made is used again; EMR_TEST_REBUILD=1 makes it anew.
"""

import fcntl
import hashlib
import json
import os
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from emr_site.sql.grants import revoke_grants

ALIASES = ("default", "owner", "reports", "denials")
ADDRESSES = ("DATABASE_URL", "OWNER_DATABASE_URL", "REPORTS_DATABASE_URL")
# Everything that decides what `migrate` makes: tables, rules, rights, permissions, roles.
SCHEMA_FILES = (
    "sql/**/*.sql",
    "*/migrations/*.py",
    "*/models.py",
    "*/models/*.py",
    "*/apps.py",
    "accounts/roles.py",
    "emr_site/*.py",
    "emr_site/sql/*.py",
    "emr_site/management/**/*.py",
    "requirements.txt",
)


@contextmanager
def prepared(worker):
    """This process's database, with every alias pointed at it; held, so that two runs never share one."""
    name = f"test_{settings.DATABASES['owner']['NAME']}_{worker}"
    folder = settings.BASE_DIR / ".private" / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    key = hashlib.sha256(f"{settings.DATABASES['owner']['HOST']} {settings.DATABASES['owner']['PORT']}".encode())
    stamp = folder / f"{name}-{key.hexdigest()[:8]}.json"
    with open(stamp.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if reusable(name, stamp):
            point_at(name)
            clean_tables()
        else:
            stamp.unlink(missing_ok=True)
            build(name)
            remember(stamp)
        yield name
        for connection in connections.all(initialized_only=True):
            connection.close()


@contextmanager
def owner_cursor(database=None):
    """A cursor of the owner on its own connection, outside of any test's transaction; "" opens no database."""
    connection = connections.create_connection("owner")
    connection.alias = "owner_beside_the_test"  # Django keeps a test from the aliases it did not ask for
    if database is not None:
        connection.settings_dict = {**connection.settings_dict, "NAME": database}
    try:
        with connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


def reusable(name, stamp):
    if os.environ.get("EMR_TEST_REBUILD") == "1" or not stamp.exists():
        return False
    known = json.loads(stamp.read_text())
    if known["schema"] != schema_hash():
        return False
    Reference.tables = frozenset(known["reference_tables"])
    with owner_cursor("") as cursor:
        cursor.execute("SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = %s", [name])
        return cursor.fetchone()[0] == 1


def build(name):
    """Make the database from nothing and migrate it as `owner`, which deploys the other accounts' rights."""
    with owner_cursor("") as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS `{name}`")
        cursor.execute(f"CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci")
    point_at(name)
    call_command("migrate", verbosity=0, interactive=False)


def drop(name):
    with connections["owner"].cursor() as cursor:
        revoke_grants(cursor, name)
    for connection in connections.all(initialized_only=True):
        connection.close()
    with owner_cursor("") as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS `{name}`")


def remember(stamp):
    Reference.tables = frozenset(filled_tables())
    known = {"schema": schema_hash(), "reference_tables": sorted(Reference.tables)}
    stamp.write_text(json.dumps(known))


def point_at(name):
    for alias in ALIASES:
        connections[alias].close()
        settings.DATABASES[alias]["NAME"] = connections[alias].settings_dict["NAME"] = name


def environment(**more):
    """What a process of its own is given to work on this process's database, and never on the one that is in use."""
    name = settings.DATABASES["default"]["NAME"]
    named = {key: os.environ[key] for key in ADDRESSES if os.environ.get(key)}
    moved = {key: urlsplit(url)._replace(path=f"/{name}").geturl() for key, url in named.items()}
    return os.environ | moved | {"EMR_DATABASE": name} | more


def schema_hash():
    digest = hashlib.sha256()
    for pattern in SCHEMA_FILES:
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            digest.update(str(path.relative_to(settings.BASE_DIR)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class Reference:
    """The tables with rows right after a migration (permissions, roles, …), which are never emptied."""

    # Emptied, it would count from 1 again, and give numbers too short to be searched for.
    counters = frozenset({"mrnsequence"})

    tables = frozenset()


def clean_tables():
    """Empty every table that a test has filled: what a transactional test commits, no rollback takes back."""
    kept = Reference.tables
    filled = [each for each in filled_tables() if each not in kept and each.lower() not in Reference.counters]
    if not filled:
        return
    with owner_cursor() as cursor:
        cursor.execute("SET foreign_key_checks = 0")
        for table in filled:
            # No trigger fires on it, so the rules that forbid deleting do not stand in the way.
            cursor.execute(f"TRUNCATE TABLE `{table}`")


def filled_tables():
    with owner_cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables"
            " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
        )
        tables = [row[0] for row in cursor.fetchall()]
        if not tables:
            return []
        cursor.execute(" UNION ALL ".join(f"(SELECT '{table}' FROM `{table}` LIMIT 1)" for table in tables))
        return [row[0] for row in cursor.fetchall()]
