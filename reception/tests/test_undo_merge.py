"""A merge that was wrong is undone, until that would lose a new fact."""

import pytest
from django.db import DatabaseError, connection

from billing.models import Billing
from clinical.models import Prescription
from clinical.signatures import faults
from clinical.tests.factories import PrescriptionFactory
from emr_site.models import ExternalIdentifier
from emr_site.tests.factories import signed
from reception.models import Appointment, PatientMerge, Visit
from reception.search import find_patients
from reception.tests.factories import (
    AppointmentFactory,
    PatientFactory,
    day,
)
from reception.tests.merging import everything, merge, rows_of, undone

pytestmark = pytest.mark.django_db


def test_it_can_be_undone(cast, kept, other):
    before, of_kept = rows_of(other), rows_of(kept)
    as_it_was = everything()
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
    assert everything() == as_it_was
    assert list(faults()) == []
    kept.refresh_from_db()
    other.refresh_from_db()
    assert (kept.email, kept.user, other.user, other.merged_into, other.deactivated_at) == (
        None, None, cast.bo, None, None,
    )  # fmt: skip
    assert ExternalIdentifier.objects.get(identifier_system="x").record_id == other.pk
    assert client.get(url).status_code == 404


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
    visit = Visit.objects.get(patient=kept, date=day(-1))
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
