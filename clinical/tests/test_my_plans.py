"""What the servers read to show a patient's own pages, among many other patients' rows."""

from datetime import time, timedelta

import pytest

from clinical.models import Prescription
from emr_site.keyset import page_after
from emr_site.tests.factories import signed
from emr_site.tests.plans import assert_reads, plans_of
from reception.models import Appointment, Patient
from reception.tests.factories import day

pytestmark = pytest.mark.django_db(transaction=True)
OTHERS, EACH = 100, 20
TABLES = ("Appointment", "Prescription", "Patient")


@pytest.fixture
def ann(cast, owner):
    """Ann at her phone; she and a hundred others have a long history."""
    with signed():
        Patient.objects.bulk_create(Patient(family_name=f"Name{n:03}") for n in range(OTHERS))
        patients = [cast.ann_record.pk, *Patient.objects.exclude(pk=cast.ann_record.pk).values_list("pk", flat=True)]
        rows = [(patient, n) for patient in patients for n in range(EACH + (patient == patients[0]) * 30)]
        Appointment.objects.bulk_create(
            Appointment(patient_id=patient, provider=cast.okafor_provider, status="Cancelled", **at(patient, n))
            for patient, n in rows
        )
        Prescription.objects.bulk_create(
            Prescription(patient_id=patient, medication="x", prescribed_on=day(-n), ended_on=day(-1) if n % 2 else None)
            for patient, n in rows
            if n
        )
    owner.execute(f"ANALYZE TABLE {', '.join(TABLES)}")
    owner.fetchall()
    return cast.browse_as(cast.ann)


def at(patient, n):
    return {"date": day(5) - timedelta(days=n), "time": time(8 + patient % 8, 15 * (n % 4))}


def page_plans(client, url):
    def open_page():
        assert client.get(url).status_code == 200

    return plans_of(open_page, TABLES)


@pytest.mark.parametrize("url", ["/my/", "/my/information/", "/my/appointments/", "/my/prescriptions/"])
def test_it_reads_the_patients_own_rows_alone(ann, url):
    plans = page_plans(ann, url)
    assert plans
    for sql, steps in plans:
        assert_reads(sql, steps, at_most=2 * EACH + 30)


def test_it_reads_a_later_page_as_cheaply(ann, cast):
    past = cast.ann_record.appointments.past()
    first = page_after(None, past, by=("-date", "-time", "-id"), size=20)
    for sql, steps in page_plans(ann, f"/my/appointments/?after={first.following}"):
        assert_reads(sql, steps, at_most=2 * EACH + 30)
