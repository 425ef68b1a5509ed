"""What the servers read to show the chart and the list of records, on tables long enough to matter."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from billing.models import Billing
from clinical.models import ClinicalRecord, Prescription, Test
from clinical.tests.acting import chart_url
from emr_site.tests.factories import signed
from reception.models import Patient, Visit

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 3_000
TABLES = ("Visit", "ClinicalCare", "Prescription", "Test", "Billing")


@pytest.fixture
def long_tables(cast, owner):
    """Thousands of visits of hundreds of patients, each with record, prescription, test and bill."""
    with signed():
        Patient.objects.bulk_create(Patient(family_name=f"Name{n:03}", given_name="G") for n in range(300))
        patients = list(Patient.objects.values_list("pk", flat=True))
        providers = [cast.okafor_provider, cast.lund_provider]
        Visit.objects.bulk_create(
            Visit(
                patient_id=patients[n % 300],
                provider=providers[n % 2],
                date=date(2015, 1, 1) + timedelta(days=n),
                time=time(9),
            )
            for n in range(MANY)
        )
        visits = list(Visit.objects.all())
        ClinicalRecord.objects.bulk_create(ClinicalRecord(visit=visit) for visit in visits)
        Test.objects.bulk_create(Test(visit=visit, type="CRP", date=visit.date) for visit in visits)
        shared = [{"patient_id": visit.patient_id, "visit": visit} for visit in visits]
        Prescription.objects.bulk_create(Prescription(**each, medication="x") for each in shared)
        Billing.objects.bulk_create(Billing(**each, amount=1, billing_date=each["visit"].date) for each in shared)
    owner.execute(f"ANALYZE TABLE Patient, Provider, {', '.join(TABLES)}")
    owner.fetchall()
    return visits[0].patient


def steps(client, url):
    """The plan of each query of the page that reads one of the long tables."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    traditional = "" if connection.mysql_is_mariadb else "FORMAT=TRADITIONAL "
    for query in queries:
        if query["sql"].startswith("SELECT") and any(f"FROM `{table}`" in query["sql"] for table in TABLES):
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN {traditional}{query['sql'].replace('%', '%%')}")
                names = [column[0] for column in cursor.description]
                yield query["sql"], [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.mark.parametrize("part", ["chart", "visits", "records", "prescriptions", "tests"])
def test_a_chart_reads_its_own_patient_alone(cast, long_tables, part):
    plans = list(steps(cast.browse_as(cast.okafor), chart_url(part, long_tables)))
    assert plans
    for sql, plan in plans:
        for step in plan:
            if step["table"]:  # a step that reads no table has nothing to show
                assert step["key"], (sql, step)
                assert step["rows"] < MANY / 50, (sql, step)


@pytest.mark.parametrize(
    "filters", ["", "date_from=1/1/2016", "provider={provider}", "provider={provider}&date_to=1/1/2020", "name=name001"]
)
def test_the_list_of_records_sorts_no_long_table(cast, long_tables, filters):
    filters = filters.format(provider=cast.okafor_provider.pk)
    url = f"{reverse('clinical:clinical_records')}?{filters}"
    for sql, plan in steps(cast.browse_as(cast.sam), url):
        for step in plan:
            if not step["table"]:
                continue
            assert step["key"], (sql, step)
            # A few people's visits may be sorted; all visits are read from their index in order, until the page is full.
            assert "filesort" not in (step["Extra"] or "") or step["rows"] < MANY / 50, (sql, step)


@pytest.mark.parametrize("filters", ["", "status=Pending", "date_from=1/1/2016", "status=Pending&date_to=1/1/2020"])
def test_the_list_of_bills_sorts_no_long_table(cast, long_tables, filters):
    for sql, plan in steps(cast.browse_as(cast.sam), f"{reverse('billing:billings')}?{filters}"):
        for step in plan:
            assert step["key"], (sql, step)
            assert "filesort" not in (step["Extra"] or ""), (sql, step)
