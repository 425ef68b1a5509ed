"""A database built from the migrations alone, to compare a live one with."""

from contextlib import contextmanager

from django.core.management import call_command
from django.db import connections

from emr_site.sql.grants import revoke_grants


@contextmanager
def scratch_database(using="owner"):
    """Build scratch_<name>, give its name, and drop it again."""
    connection = connections[using]
    live = connection.settings_dict["NAME"]
    scratch = f"scratch_{live}"
    run(connection, f"DROP DATABASE IF EXISTS {scratch}")
    run(connection, f"CREATE DATABASE {scratch} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci")
    switch(connection, scratch)
    try:
        call_command("migrate", database=using, verbosity=0, skip_checks=True)
        yield scratch
    finally:
        with connection.cursor() as cursor:
            revoke_grants(cursor, scratch)
        switch(connection, live)
        run(connection, f"DROP DATABASE {scratch}")


def switch(connection, name):
    connection.close()
    connection.settings_dict["NAME"] = name


def run(connection, statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
