"""What is said of the person when two records become one, and how the two are compared before."""

from datetime import date

import pytest
from django.db import connection

from clinical.tests.factories import PrescriptionFactory, VitalSignsFactory
from emr_site.tests.factories import signed
from reception.admin import patient_with_mrn
from reception.merging import merge_patients
from reception.models import Patient, PatientContact, PatientMerge, PatientPhone
from reception.tests.factories import PatientFactory, VisitFactory, day
from reception.tests.merging import merge, undone
from reception.tests.record_factories import PossibleDuplicateFactory

pytestmark = pytest.mark.django_db
MORE = {
    "middle_name": "Mary", "suffix": "Jr", "sex": "female", "language": "uk", "interpreter_needed": True,
    "gender": "Woman",
}  # fmt: skip


def test_what_the_kept_record_lacks_is_taken_and_given_back(cast):
    kept = PatientFactory(family_name="Hale", given_name="", sex="unknown", date_of_birth=None)
    other = PatientFactory(family_name="Hale", given_name="Anne", **MORE)
    merge(cast, kept, other)
    kept.refresh_from_db()
    assert {name: getattr(kept, name) for name in MORE} == MORE
    assert (kept.given_name, kept.date_of_birth) == ("Anne", other.date_of_birth)
    assert undone(cast, kept).status_code == 302
    kept.refresh_from_db()
    assert (kept.given_name, kept.middle_name, kept.sex, kept.interpreter_needed) == ("", "", "unknown", False)


def test_what_both_say_differently_can_be_read_afterwards(cast):
    kept = PatientFactory(
        email="a@example.org", address="1 Old St", emergency_contact="Dad", emergency_phone="01632 960 998"
    )
    other = PatientFactory(
        email="b@example.org", address="2 New St", emergency_contact="Mum", emergency_phone="01632 960 999"
    )
    merge(cast, kept, other)
    contact = PatientContact.objects.get(patient=kept)
    assert (contact.name, contact.phone, contact.is_emergency) == ("Mum", "01632 960 999", True)
    page = cast.browse_as(cast.rosa).get(f"/patients/{kept.pk}/information/").content.decode()
    assert "E-mail was recorded as b@example.org" in page
    assert "Address was recorded as 2 New St" in page
    assert undone(cast, kept).status_code == 302
    assert not PatientContact.objects.exists()


def test_a_phone_that_was_marked_for_reminders_since_is_a_new_fact(cast, kept):
    other = PatientFactory(phone_number="01632 960 002")
    merge(cast, kept, other)
    with signed():
        PatientPhone.objects.filter(patient=kept).update(for_reminders=True)
    assert "have been changed since" in undone(cast, kept).content.decode()
    assert PatientPhone.objects.get(patient=kept).for_reminders


@pytest.fixture
def unknown(cast):
    patient = PatientFactory(family_name="Unknown", given_name="Patient 29-Nov", sex="unknown", date_of_birth=None)
    with signed():
        Patient.objects.filter(pk=patient.pk).update(unknown_since="2026-11-29T10:00:00Z")
    return patient


def test_the_record_of_a_known_person_is_kept(cast, unknown):
    known = PatientFactory(family_name="Hale", given_name="Ann")
    known.refresh_from_db()
    assert "Keep the other record" in merge(cast, unknown, known).content.decode()
    assert not PatientMerge.objects.exists()
    client = cast.browse_as(cast.rosa)
    answer = client.post(f"/patients/{unknown.pk}/merge/", {"patient_id": unknown.pk, "mrn": known.mrn})
    assert answer.url == f"/patients/{known.pk}/merge/{unknown.pk}/"
    assert "Keep the other record instead" not in client.get(answer.url).content.decode()
    PossibleDuplicateFactory(patient=known, other_patient=unknown)
    assert f"/patients/{known.pk}/merge/{unknown.pk}/" in client.get("/patients/duplicates/").content.decode()
    assert merge(cast, known, unknown).status_code == 302


def test_the_old_number_finds_the_record_everywhere(cast, kept):
    other, third = PatientFactory(), PatientFactory()
    VisitFactory(patient=other)
    merge(cast, kept, other)
    other.refresh_from_db()
    assert patient_with_mrn(other.mrn) == kept.pk
    answer = cast.browse_as(cast.rosa).post(f"/patients/{third.pk}/merge/", {"patient_id": third.pk, "mrn": other.mrn})
    assert answer.url == f"/patients/{third.pk}/merge/{kept.pk}/"


@pytest.mark.parametrize("factory", ["visit", "prescription", "vital signs"])
def test_nothing_comes_from_before_the_birth(cast, factory):
    kept, other = PatientFactory(date_of_birth=day(0)), PatientFactory(date_of_birth=date(1960, 1, 1))
    if factory == "visit":
        VisitFactory(patient=other, date=day(-30))
    elif factory == "prescription":
        PrescriptionFactory(patient=other)
    else:
        VitalSignsFactory(patient=other, taken_at="2020-01-01T10:00:00Z")
    assert "Correct the dates first" in merge(cast, kept, other).content.decode()
    assert not PatientMerge.objects.exists()


def test_nobody_comes_after_a_death(cast):
    kept, other = PatientFactory(deceased_on=date(2010, 1, 1)), PatientFactory()
    VisitFactory(patient=other)
    assert "Correct the dates first" in merge(cast, kept, other).content.decode()
    assert "Correct the dates first" in merge(cast, other, kept).content.decode()


def test_the_page_marks_what_differs_and_warns_of_two_people(cast, kept):
    other = PatientFactory(family_name="Hale", given_name="Ann", sex="male", date_of_birth=date(1960, 1, 1))
    page = cast.browse_as(cast.rosa).get(f"/patients/{kept.pk}/merge/{other.pk}/").content.decode()
    assert page.count("Different") == 2
    assert "These may be two people" in page
    with signed():
        Patient.objects.filter(pk=other.pk).update(sex="unknown")
    page = cast.browse_as(cast.rosa).get(f"/patients/{kept.pk}/merge/{other.pk}/").content.decode()
    assert page.count("Different") == 1
    assert "These may be two people" not in page


def statements_of_a_merge(cast, *, visits):
    """How many statements the procedure has made up and run, to merge a patient with so many visits."""
    kept, other = PatientFactory(), PatientFactory()
    for _ in range(visits):
        VisitFactory(patient=other)
    with signed(), connection.cursor() as cursor:
        cursor.execute("SHOW SESSION STATUS LIKE 'Com_prepare_sql'")
        before = int(cursor.fetchone()[1])
        merge_patients(kept.pk, other.pk, reason="Same passport")
        cursor.execute("SHOW SESSION STATUS LIKE 'Com_prepare_sql'")
        return int(cursor.fetchone()[1]) - before


def test_a_long_history_takes_no_more_statements(cast):
    assert statements_of_a_merge(cast, visits=1) == statements_of_a_merge(cast, visits=20)
