"""Nothing stays of a dry run of manage.py adopt or of a failure half-way, and a target with rows is left alone."""

import MySQLdb
import pytest
from django.core.management.base import CommandError
from django.db import connections

from accounts.tests.factories import UserFactory
from billing.tests.adopting import DATABASES, adopt, adopted
from billing.tests.adoption_sources import (
    GENERATION_A,
    GENERATION_B,
    MORE_ROWS_B,
    sample_rows_a,
    sample_rows_b,
    some,
    source_database,
)
from emr_site.adoption.move import Move
from emr_site.adoption.source import Source
from emr_site.adoption.tables import adopted_tables
from emr_site.management.commands.adopt import Command
from emr_site.tests.database import owner_cursor
from reception.tests.factories import RoomFactory

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=DATABASES),
    pytest.mark.usefixtures("quick_passwords"),
]
DAMAGED = "INSERT INTO Patient (Patient_ID, Name) VALUES (99, NULL);\n"


def content():
    """How many rows each table has, seen from outside."""
    tables = {table.target for table in adopted_tables()} | {"Adoption_Finding", "Users_Group"}
    with owner_cursor() as cursor:
        counts = {}
        for table in tables:
            cursor.execute(f"SELECT COUNT(*) FROM {table}")
            counts[table] = cursor.fetchone()[0]
    return counts


def test_it_keeps_nothing_of_a_dry_run():
    before = content()
    report = adopted(GENERATION_A, sample_rows_a(), DAMAGED, dry_run=True)
    assert report["Patient"] == (9, 9, 0, 1)
    assert content() == before


def test_it_prints_the_same_numbers_dry_or_not():
    with source_database(GENERATION_B, sample_rows_b(), MORE_ROWS_B) as url:
        dry, wet = adopt(url, dry_run=True), adopt(url)
    assert dry.numbers == wet.numbers
    assert dry.text == wet.text + "This was a dry run: nothing was kept.\n"
    assert content()["Patient"] == 8


def test_it_never_writes_to_the_source():
    with source_database(GENERATION_A, sample_rows_a()) as url:
        source = Source(url)
        with pytest.raises(MySQLdb.Error, match="READ ONLY"):
            source._run("DELETE FROM Billing")
        source.close()


def test_it_refuses_a_target_with_rows():
    RoomFactory()
    before = content()
    with pytest.raises(CommandError, match="The table Room of this database already holds rows"):
        adopted(GENERATION_A, sample_rows_a())
    assert content() == before


def test_it_refuses_a_target_that_has_a_user():
    UserFactory(username="rosa")
    with pytest.raises(CommandError, match="The table Users of this database already holds rows"):
        adopted(GENERATION_A, sample_rows_a())


def test_it_refuses_to_adopt_twice_even_when_nothing_could_be_placed():
    tables = some(GENERATION_A, "Insurance")
    adopted(tables, sample_rows_a("Insurance"))
    with pytest.raises(CommandError, match="The table Adoption_Finding of this database already holds rows"):
        adopted(tables, sample_rows_a("Insurance"))
    assert content()["Adoption_Finding"] == 8


def test_it_refuses_to_run_beside_another_adoption():
    with owner_cursor() as cursor:
        cursor.execute("SELECT GET_LOCK(CONCAT('adopt ', DATABASE()), 0)")
        with pytest.raises(CommandError, match="Another adoption into this database is running"):
            adopted(GENERATION_A, sample_rows_a())
    assert content()["Patient"] == 0


@pytest.fixture
def half_way(monkeypatch):
    """Call something when the copy has come to the bills."""

    def happens(what):
        say = Command.say
        monkeypatch.setattr(
            Command, "say", lambda self, table: (say(self, table), table.lower() == "billing" and what(self))
        )

    return happens


def kill(connection_id):
    with owner_cursor() as cursor:
        cursor.execute(f"KILL {connection_id}")


def test_it_leaves_the_target_empty_when_the_source_goes_half_way(half_way, monkeypatch):
    before, sources = content(), []
    open_source = Source.__init__
    monkeypatch.setattr(Source, "__init__", lambda self, url: (sources.append(self), open_source(self, url))[1])
    half_way(lambda command: kill(sources[0].connection.thread_id()))
    with pytest.raises(CommandError, match="The source could not be read to its end, nothing is kept: "):
        adopted(GENERATION_A, sample_rows_a(), DAMAGED)
    assert content() == before


def test_it_leaves_the_target_empty_when_its_own_database_goes_half_way(half_way):
    before = content()
    half_way(lambda command: kill(connections["owner"].connection.thread_id()))
    with pytest.raises(CommandError, match="The copy failed half-way, nothing is kept: "):
        adopted(GENERATION_A, sample_rows_a(), DAMAGED)
    assert content() == before


def test_it_leaves_the_target_empty_when_it_fails_itself(monkeypatch):
    before, keep = content(), Move.keep

    def fail(move, table, *of):
        assert table.lower() != "billing", "the program is wrong"
        keep(move, table, *of)

    monkeypatch.setattr(Move, "keep", fail)
    with pytest.raises(AssertionError, match="the program is wrong"):
        adopted(GENERATION_A, sample_rows_a(), DAMAGED)
    assert content() == before
