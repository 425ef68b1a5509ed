"""The four connections: each account is itself, and the server behaves alike on all of them."""

import environ
import pytest
from django.db import OperationalError, ProgrammingError, connections

from emr_site.databases import connections as connections_for

EVERY_ALIAS = ["default", "owner", "reports", "denials"]


def environment(**values):
    names = ("DATABASE_URL", "OWNER_DATABASE_URL", "REPORTS_DATABASE_URL", "EMR_DATABASE")
    env = environ.Env(**dict.fromkeys(names, (str, "")))
    env.ENVIRON = values
    return env


@pytest.mark.django_db(databases=EVERY_ALIAS)
@pytest.mark.parametrize("alias", EVERY_ALIAS)
def test_it_speaks_strictly_in_utc_and_one_collation(alias):
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT @@sql_mode, @@time_zone, @@collation_connection, @@character_set_client")
        sql_mode, time_zone, collation, charset = cursor.fetchone()
    assert {"STRICT_TRANS_TABLES", "ONLY_FULL_GROUP_BY"} <= set(sql_mode.split(","))
    assert (time_zone, collation, charset) == ("+00:00", "utf8mb4_unicode_520_ci", "utf8mb4")


@pytest.mark.django_db(databases=EVERY_ALIAS)
def test_it_signs_in_with_an_account_for_each_purpose():
    users = {}
    for alias in EVERY_ALIAS:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', 1)")
            users[alias] = cursor.fetchone()[0]
    assert users["default"] == users["denials"]
    assert len(set(users.values())) == 3


@pytest.mark.django_db
def test_it_does_not_let_the_pages_change_the_schema():
    with connections["default"].cursor() as cursor, pytest.raises((OperationalError, ProgrammingError)):
        cursor.execute("CREATE TABLE Surprise (id INT)")


def test_it_takes_the_reports_account_from_the_pages_server():
    made = connections_for(environment(DATABASE_URL="mysql://web:pw@db.example:3307/clinic"))
    assert made["reports"]["USER"] == "emr_reports"
    assert (made["reports"]["PASSWORD"], made["reports"]["PORT"]) == ("pw", 3307)
    assert made["denials"]["USER"] == "web"


def test_it_takes_an_owner_and_a_socket_from_the_environment():
    made = connections_for(
        environment(
            DATABASE_URL="mysql://web:pw@localhost/clinic?unix_socket=/run/db.sock",
            OWNER_DATABASE_URL="mysql://boss:pw2@localhost/clinic?unix_socket=/run/db.sock",
        )
    )
    assert made["owner"]["USER"] == "boss"
    assert made["default"]["HOST"] == "/run/db.sock"
