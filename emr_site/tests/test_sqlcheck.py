"""sqlcheck must fail on each kind of drift, or it checks nothing."""

import pytest
from django.db import connections

from emr_site.sql.catalogue import catalogue, differences
from emr_site.sql.deploy import deploy
from emr_site.sql.scratch import scratch_database

DRIFTS = {
    "a hand-edited view": (
        "CREATE OR REPLACE VIEW View_Patient_BasicInfo AS SELECT patient_id, name, gender, date_of_birth FROM Patient",
        ("changed", "view", "View_Patient_BasicInfo"),
        None,
    ),
    "a dropped trigger": (
        "DROP TRIGGER AfterInsertRoom",
        ("missing", "trigger", "AfterInsertRoom"),
        None,
    ),
    "a stray index": (
        "CREATE INDEX stray ON Room (room_date)",
        ("extra", "index", "Room.stray.1"),
        "DROP INDEX stray ON Room",
    ),
    "a widened column": (
        "ALTER TABLE Room MODIFY managing_department VARCHAR(90) NULL",
        ("changed", "column", "Room.managing_department"),
        "ALTER TABLE Room MODIFY managing_department VARCHAR(50) NULL",
    ),
    "a missing grant": (
        "REVOKE DELETE ON {schema}.Room FROM {app}",
        ("changed", "grant", "app: Room"),
        None,
    ),
    "a weakened check": (
        "ALTER TABLE Billing DROP CONSTRAINT billing_amount_not_negative",
        ("missing", "check", "Billing.billing_amount_not_negative"),
        "ALTER TABLE Billing ADD CONSTRAINT billing_amount_not_negative CHECK (amount >= 0)",
    ),
}


@pytest.fixture(scope="module")
def wanted(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), scratch_database() as scratch:
        return catalogue(connections["owner"], scratch)


@pytest.fixture
def live(django_db_setup, django_db_blocker):
    """Gives the drift of this process's database; whatever a test broke is mended afterwards."""
    connection = connections["owner"]
    schema = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        yield lambda wanted: folded(differences(wanted, catalogue(connection, schema)))
        deploy(everything=True)


def folded(drift):
    """Names as the server keeps them differ in case with lower_case_table_names."""
    return {(state, kind, name.lower()) for state, kind, name in drift}


def test_it_finds_nothing_where_nothing_drifted(wanted, live):
    assert live(wanted) == set()


@pytest.mark.parametrize("drift", DRIFTS)
def test_it_finds(drift, wanted, live):
    statement, found, undo = DRIFTS[drift]
    connection = connections["owner"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT host FROM mysql.user WHERE user = %s", [connections["default"].settings_dict["USER"]])
        app = f"'{connections['default'].settings_dict['USER']}'@'{cursor.fetchone()[0]}'"
        cursor.execute(statement.format(schema=connection.settings_dict["NAME"], app=app))
    try:
        state, kind, name = found
        assert (state, kind, name.lower()) in live(wanted)
    finally:
        if undo:
            with connection.cursor() as cursor:
                cursor.execute(undo)
