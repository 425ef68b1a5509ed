"""A merge that was wrong is undone, until that would lose a new fact."""

import pytest
from django.db import DatabaseError, connection

from billing.models import Billing
from billing.tests.factories import BillingFactory
from clinical.models import Prescription
from clinical.tests.factories import ClinicalRecordFactory, PrescriptionFactory
from emr_site.models import ExternalIdentifier
from emr_site.tests.factories import signed
from reception.models import Appointment, PatientMerge, Visit
from reception.search import find_patients
from reception.tests.factories import (
    AppointmentAnswerFactory,
    AppointmentFactory,
    AppointmentSeriesFactory,
    ConsentFactory,
    InsuranceFactory,
    MessageFactory,
    PatientContactFactory,
    PatientFactory,
    PatientPhoneFactory,
    PatientPhotoFactory,
    day,
)

pytestmark = pytest.mark.django_db


def tables_of_patients():
    """Every table with a foreign key to a patient by the name of patient_id."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT table_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE()"
            " AND column_name = 'patient_id' AND referenced_table_name IS NOT NULL"
        )
        return {name for (name,) in cursor.fetchall()} - {"PatientMerge", "PossibleDuplicate"}


@pytest.fixture
def kept(cast):
    return PatientFactory(family_name="Hale", given_name="Ann", phone_number="01632 960 001")


@pytest.fixture
def other(cast):
    """A second record of the same person, with a row of every kind."""
    patient = PatientFactory(
        family_name="Hale", given_name="Anne", phone_number="01632 960 002", email="ann@example.org", user=cast.bo
    )
    appointment = AppointmentFactory(patient=patient, date=day(0), series=AppointmentSeriesFactory(patient=patient))
    with signed():
        visit = Visit.objects.create(
            patient=patient, provider=appointment.provider, appointment=appointment, date=day(0)
        )
    ClinicalRecordFactory(visit=visit)
    PrescriptionFactory(patient=patient, visit=visit, provider=visit.provider, ended_on=day(0))
    BillingFactory(patient=patient, visit=visit)
    AppointmentAnswerFactory(appointment=appointment)
    MessageFactory(patient=patient, appointment=appointment)
    InsuranceFactory(patient=patient)
    PatientPhoneFactory(patient=patient)
    PatientContactFactory(patient=patient)
    PatientPhotoFactory(patient=patient)
    ConsentFactory(patient=patient)
    return patient


def merge(cast, kept, other, **fields):
    data = {"patient_id": kept.pk, "reason": "Same passport"} | fields
    return cast.browse_as(cast.rosa).post(f"/patients/{kept.pk}/merge/{other.pk}/", data)


def rows_of(patient):
    with connection.cursor() as cursor:
        found = {}
        for table in sorted(tables_of_patients()):
            cursor.execute(f"SELECT COUNT(*) FROM {table} WHERE patient_id = %s", [patient.pk])
            found[table] = cursor.fetchone()[0]
    return found


def test_it_can_be_undone(cast, kept, other):
    before, of_kept = rows_of(other), rows_of(kept)
    with signed():
        ExternalIdentifier.objects.create(
            identifier_system="x", identifier_value="1", table_name="Patient", record_id=other.pk
        )
    merge(cast, kept, other)
    assert ExternalIdentifier.objects.get(identifier_system="x").record_id == kept.pk
    row = PatientMerge.objects.get()
    url = f"/patients/{kept.pk}/merges/{row.pk}/undo/"
    client = cast.browse_as(cast.rosa)
    assert "Undo the merge" in client.get(url).content.decode()
    assert client.post(url, {"patient_id": kept.pk}).url == f"/patients/{other.pk}/information/"
    assert (rows_of(other), rows_of(kept)) == (before, of_kept)
    kept.refresh_from_db()
    other.refresh_from_db()
    assert (kept.email, kept.user, other.user, other.merged_into, other.deactivated_at) == (
        None, None, cast.bo, None, None,
    )  # fmt: skip
    assert ExternalIdentifier.objects.get(identifier_system="x").record_id == other.pk
    assert client.get(url).status_code == 404


def undone(cast, kept):
    url = f"/patients/{kept.pk}/merges/{PatientMerge.objects.latest('pk').pk}/undo/"
    return cast.browse_as(cast.rosa).post(url, {"patient_id": kept.pk})


def test_it_is_not_undone_when_a_moved_entry_has_changed(cast, kept, other):
    merge(cast, kept, other)
    with signed():
        Billing.objects.filter(patient=kept).update(amount="99.00")
    answer = undone(cast, kept)
    assert answer.status_code == 422
    assert "have been changed since" in answer.content.decode()
    assert Billing.objects.filter(patient=kept).count() == 1


def test_it_is_not_undone_when_a_new_entry_needs_a_moved_one(cast, kept, other):
    merge(cast, kept, other)
    visit = Visit.objects.get(patient=kept)
    PrescriptionFactory(patient=kept, visit=visit, provider=visit.provider)
    answer = undone(cast, kept)
    assert "New entries refer to" in answer.content.decode()
    assert Prescription.objects.filter(patient=kept).count() == 2


def test_what_came_to_the_kept_record_since_stays_there(cast, kept, other):
    merge(cast, kept, other)
    fresh = AppointmentFactory(patient=kept, date=day(3))
    assert undone(cast, kept).status_code == 302
    assert Appointment.objects.get(pk=fresh.pk).patient_id == kept.pk


def test_records_merged_one_after_the_other_are_parted_in_turn(cast, kept, other):
    third = PatientFactory(family_name="Hale", given_name="A.")
    merge(cast, kept, other)
    merge(cast, third, kept)
    assert [row["id"] for row in find_patients(other.mrn).rows] == [third.pk]
    first = PatientMerge.objects.earliest("pk")
    with signed(), pytest.raises(DatabaseError, match="patient_merge_later_first"), connection.cursor() as cursor:
        cursor.callproc("UndoMerge", [first.pk])
    assert undone(cast, third).status_code == 302
    other.refresh_from_db()
    assert other.merged_into_id == kept.pk
