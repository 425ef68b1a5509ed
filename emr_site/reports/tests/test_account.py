"""The reports' database account may read the views and nothing else."""

import pytest
from django.conf import settings
from django.db import DatabaseError, connections, transaction

from emr_site.reports.report import DATABASE, all_reports
from emr_site.sql.files import domain_tables

pytestmark = pytest.mark.django_db(transaction=True)
ACCESS_DENIED = {1044, 1142, 1143, 1227, 1345, 1370, 1410}


def refused(statement):
    """Whether the account is refused the statement for want of a right."""
    with pytest.raises(DatabaseError) as caught, transaction.atomic(using=DATABASE):
        connections[DATABASE].cursor().execute(statement)
    return caught.value.args[0] in ACCESS_DENIED


def views():
    return [report.model._meta.db_table for report in all_reports().values()]


def test_every_view_is_a_report_and_every_report_a_view():
    files = {path.stem for path in settings.SQL_DIR.glob("*/views/*.sql")}
    assert set(views()) == {name for name in files if name.startswith(("View_", "Report_"))}
    assert len(views()) == 14


@pytest.mark.parametrize("view", views())
def test_it_reads_the_view_and_cannot_write_it(view):
    with connections[DATABASE].cursor() as cursor:
        cursor.execute(f"SELECT * FROM {view} LIMIT 1")
        column = cursor.description[0][0]
    assert refused(f"DELETE FROM {view}")
    assert refused(f"UPDATE {view} SET {column} = 1")
    assert refused(f"INSERT INTO {view} ({column}) VALUES (1)")


@pytest.mark.parametrize("table", [*domain_tables(), "django_session", "auth_group"])
def test_it_cannot_touch_the_table(table):
    assert refused(f"SELECT 1 FROM {table}")
    assert refused(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    "statement",
    [
        "CALL ViewAllPatients()",
        "SELECT MrnCheckDigit('1')",
        "CREATE TABLE Copy AS SELECT * FROM View_Patient_BasicInfo",
        "CREATE VIEW Mine AS SELECT * FROM View_Patient_BasicInfo",
        "DROP VIEW View_Patient_BasicInfo",
        "SHOW CREATE VIEW View_Patient_BasicInfo",
    ],
)
def test_it_can_neither_call_nor_create(statement):
    assert refused(statement)
