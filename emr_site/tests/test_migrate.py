"""migrate with a name: the rules stay in place, or the pages' account cannot write meanwhile."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connections

from emr_site.actor import acting_as, system_actor
from emr_site.sql.deploy import create, deploy

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def triggers(owner):
    owner.execute("SELECT trigger_name, created FROM information_schema.triggers WHERE trigger_schema = DATABASE()")
    return dict(owner.fetchall())


@pytest.mark.parametrize("name", [("recption",), ("reception", "0042"), ("reception", "0099_nothing"), ("clinical",)])
def test_it_leaves_every_trigger_in_place(name, owner):
    before = triggers(owner)
    assert before
    try:
        call_command("migrate", *name, verbosity=0)
    except CommandError:
        assert name != ("clinical",)
    assert triggers(owner) == before


def test_it_closes_the_database_on_the_way_back(owner, capsys):
    before = set(triggers(owner))
    try:
        call_command("migrate", "billing", "0002", verbosity=0)
        assert triggers(owner) == {}
        assert "Run migrate without a name" in capsys.readouterr().err
        with pytest.raises(OperationalError, match="denied"), acting_as(system_actor("test")):
            connections["default"].cursor().execute("INSERT INTO Room (room_number) VALUES (1)")
    finally:
        call_command("migrate", verbosity=0)
    assert set(triggers(owner)) == before


def test_a_row_waits_while_the_triggers_of_its_table_are_made_anew(owner, monkeypatch):
    """Between the drop of a trigger and its return nothing would refuse or record the row."""
    tried = []

    def create_meanwhile(connection, cursor, each):
        if each.table == "Room":
            owner.execute("SET lock_wait_timeout = 1")
            with pytest.raises(OperationalError) as waited:
                owner.execute("INSERT INTO Room (room_number) VALUES (1)")
            tried.append(waited.value.args[0])
        create(connection, cursor, each)

    monkeypatch.setattr("emr_site.sql.deploy.create", create_meanwhile)
    owner.execute("DELETE FROM Sql_Object WHERE name = 'AfterInsertRoom'")
    before = set(triggers(owner))
    assert {"AfterInsertRoom", "BeforeUpdateRoom", "BeforeDeleteRoom"} <= set(deploy())
    assert set(tried) == {1205}
    assert set(triggers(owner)) == before
