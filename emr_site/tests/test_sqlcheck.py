"""sqlcheck must fail on each kind of drift, or it checks nothing."""

import pytest
from django.db import connections, transaction

from emr_site.sql.catalogue import catalogue, drift
from emr_site.sql.deploy import deploy
from emr_site.sql.grants import grantees
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
    "a weakened check": (
        "ALTER TABLE Billing DROP CONSTRAINT billing_amount_not_negative",
        ("missing", "check", "Billing.billing_amount_not_negative"),
        "ALTER TABLE Billing ADD CONSTRAINT billing_amount_not_negative CHECK (amount >= 0)",
    ),
    "an event that works at night": (
        "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM Room",
        ("extra", "event", "nightly"),
        "DROP EVENT nightly",
    ),
    "another collation of the database": (
        "ALTER DATABASE {schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
        ("changed", "database", "collation"),
        "ALTER DATABASE {schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci",
    ),
    "an index of another kind": (
        "CREATE FULLTEXT INDEX room_by_words ON Room (managing_department)",
        ("extra", "index", "Room.room_by_words.1"),
        "DROP INDEX room_by_words ON Room",
    ),
    "a right too many": (
        "GRANT DELETE ON `{pattern}`.* TO {app}",
        ("extra", "grant", "app: DELETE ON `{pattern}`.* TO {app}"),
        "REVOKE DELETE ON `{pattern}`.* FROM {app}",
    ),
    "a right too few": (
        "REVOKE DELETE ON {schema}.Room FROM {app}",
        ("missing", "grant", "app: DELETE ON Room"),
        "GRANT DELETE ON {schema}.Room TO {app}",
    ),
}


ROWS = {
    "ReferenceRange": (
        "kind = 'plausible' AND measure = 'systolic'",
        "ReferenceRange plausible systolic from day 0",
    ),
    "MessageTemplate": (
        "code = 'appointment_booked' AND channel = 'sms'",
        "MessageTemplate appointment_booked sms en",
    ),
}


@pytest.fixture(scope="module")
def wanted(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), scratch_database() as scratch:
        return catalogue(connections["owner"], scratch)


@pytest.fixture
def live(django_db_setup, django_db_blocker):
    """Gives the drift of this process's database."""
    with django_db_blocker.unblock():
        yield lambda wanted: folded(drift(connections["owner"], wanted))


def folded(found):
    """Names as the server keeps them differ in case with lower_case_table_names."""
    return {(state, kind, name.lower()) for state, kind, name in found}


def test_it_finds_nothing_where_nothing_drifted(wanted, live):
    assert live(wanted) == set()


@pytest.mark.parametrize("drifted", DRIFTS)
def test_it_finds(drifted, wanted, live):
    statement, (state, kind, name), undo = DRIFTS[drifted]
    connection = connections["owner"]
    schema = connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        names = {"schema": schema, "pattern": schema.replace("_", r"\_"), "app": grantees(cursor, "app", schema)[0]}
        cursor.execute(statement.format(**names))
        try:
            assert (state, kind, name.format(**names).lower()) in live(wanted)
        finally:
            if undo:
                cursor.execute(undo.format(**names))
            else:
                deploy(everything=True)


@pytest.mark.parametrize(("table", "rows"), ROWS.items())
def test_it_misses_a_row_that_the_product_needs(table, rows, wanted, live):
    condition, name = rows
    with transaction.atomic("owner"), connections["owner"].cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE {condition}")
        assert ("missing", "row", name.lower()) in live(wanted)
        transaction.set_rollback(True, "owner")
