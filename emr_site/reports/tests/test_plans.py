"""A report's first page reads what it shows: the servers' plans for it, on tables long enough to matter."""

from datetime import date, time, timedelta

import pytest
from django.db import connections

from billing.models import Billing
from clinical.models import ClinicalRecord
from emr_site.actor import acting_as, system_actor
from emr_site.reports.asked import Asked
from emr_site.reports.report import all_reports
from emr_site.reports.tests.reading import page
from reception.models import Appointment, Insurance, Patient, Visit
from reception.tests.factories import ProviderFactory, RoomFactory

pytestmark = pytest.mark.django_db(transaction=True)
# Three of fifteen hundred weigh for the servers as a page does of a long table.
MANY, A_FEW = 1_500, 3
# One row each, a row for each of the few providers, and the sums of all bills, of which the highest are asked for.
READ_WHOLE = {"average-age", "insured-patients", "appointments-per-provider", "billing-analysis"}


@pytest.fixture
def long_tables(cast, owner):
    """As many patients, appointments, visits, records, bills and insurances; a reader of reports, signed in."""
    with acting_as(system_actor("test")):
        provider, rooms = ProviderFactory(), [RoomFactory(room_number=100 + number) for number in range(1, 11)]
        Patient.objects.bulk_create(Patient(family_name=f"Name{n % 97}", given_name=f"G{n}") for n in range(MANY))
        patients = list(Patient.objects.values_list("pk", flat=True))
        days = [date(2000, 1, 1) + timedelta(days=number) for number in range(MANY)]
        shared = [{"patient_id": patient, "date": on} for patient, on in zip(patients, days, strict=True)]
        Appointment.objects.bulk_create(Appointment(**each, provider=provider, time=time(9)) for each in shared)
        Visit.objects.bulk_create(Visit(**each, provider=provider, time=time(9)) for each in shared)
        visits = list(Visit.objects.values_list("pk", "patient_id"))
        ClinicalRecord.objects.bulk_create(
            ClinicalRecord(visit_id=visit, room=rooms[number % 10]) for number, (visit, _) in enumerate(visits)
        )
        Billing.objects.bulk_create(Billing(visit_id=visit, patient_id=of, amount=10) for visit, of in visits)
        Insurance.objects.bulk_create(Insurance(patient_id=of, insurance_details="Plan") for of in patients)
    owner.execute("ANALYZE TABLE Patient, Provider, Appointment, Visit, ClinicalCare, Billing, Insurance, Room")
    owner.fetchall()
    return cast.browse_as(cast.rita)


def plan(owner, report, django_request):
    """The owner's plan of the report's first page: the reports' account may not even ask for one."""
    asked = Asked(report, django_request.GET)
    assert asked.is_valid
    queryset = asked.rows.values_list(*report.names)[:A_FEW]
    sql, params = queryset.query.get_compiler("reports").as_sql()
    traditional = "" if connections["default"].mysql_is_mariadb else "FORMAT=TRADITIONAL "
    owner.execute(f"EXPLAIN {traditional}{sql}", params)
    names = [column[0] for column in owner.description]
    return [dict(zip(names, row, strict=True)) for row in owner.fetchall()]


def test_it_sorts_nothing_and_stores_nothing_to_show_its_first_page(long_tables, owner, rf):
    for slug, report in all_reports().items():
        assert page(long_tables, slug).status_code == 200
        if slug in READ_WHOLE:
            continue
        for step in plan(owner, report, rf.get("/")):
            extra = step["Extra"] or ""
            assert "filesort" not in extra, (slug, step)
            assert "temporary" not in extra, (slug, step)
            assert "DERIVED" not in step["select_type"], (slug, step)
            assert step["table"] is None or step["key"], (slug, step)
