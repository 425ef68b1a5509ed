"""What the servers read to show the chart and the list of records, on tables long enough to matter."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from billing.models import Billing
from clinical.models import ClinicalRecord, Prescription, Test
from clinical.tests.acting import chart_url
from emr_site.tests.factories import signed
from emr_site.tests.plans import assert_reads, assert_sorts, plans_of
from reception.models import Patient, Visit

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 12_000
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
                date=date(2015, 1, 1) + timedelta(days=n // 4),
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


def page_plans(client, url):
    def open_page():
        assert client.get(url).status_code == 200

    return plans_of(open_page, TABLES)


def test_a_chart_reads_its_own_patient_alone_and_no_list_sorts_a_long_table(cast, long_tables, subtests):
    doctor, staff = cast.browse_as(cast.okafor), cast.browse_as(cast.sam)
    for part in ("chart", "visits", "records", "prescriptions", "tests"):
        with subtests.test(part):
            plans = page_plans(doctor, chart_url(part, long_tables))
            assert plans
            for sql, steps in plans:
                assert_reads(sql, steps, at_most=MANY / 50)
    for url in lists(cast):
        with subtests.test(url):
            for sql, steps in page_plans(staff, url):
                assert_sorts(sql, steps, at_most=MANY / 50)


def lists(cast):
    """The long lists, with each way of filtering them."""
    of_provider = f"provider={cast.okafor_provider.pk}"
    for filters in ("", "date_from=1/1/2016", of_provider, f"{of_provider}&date_to=1/1/2020", "name=name001"):
        yield f"{reverse('clinical:clinical_records')}?{filters}"
    for filters in ("", "status=Pending", "date_from=1/1/2016", "status=Pending&date_to=1/1/2020"):
        yield f"{reverse('billing:billings')}?{filters}"
