"""Whatever tells that two records may be of one person brings them on the worklist, and says so on the record."""

from datetime import date

import pytest
from django.urls import reverse

from clinical.tests.acting import send
from emr_site.tests.factories import signed
from reception import procedures
from reception.models import Insurance, PatientPhone, PossibleDuplicate
from reception.tests.factories import PatientFactory
from reception.tests.record_factories import InsuranceFactory, PatientPhoneFactory

pytestmark = pytest.mark.django_db
PHONE = "01632 960 555"


@pytest.fixture
def known(cast):
    patient = PatientFactory(
        family_name="Hernandez", given_name="Kathryn", date_of_birth=date(1980, 8, 14), phone_number=PHONE
    )
    InsuranceFactory(patient=patient, member_number="ZX 44")
    return patient


@pytest.fixture
def other(cast):
    return PatientFactory(family_name="Ford", given_name="Eve", phone_number=None)


def reason(patient, known):
    return PossibleDuplicate.objects.get(patient=patient, other_patient=known).reason


def test_a_further_phone_that_is_added_or_corrected(known, other):
    with signed():
        procedures.add_phone(other.pk, number="+44 1632 960555", kind="mobile", for_reminders=False, note=None)
    assert reason(other, known) == "Same phone"
    third = PatientFactory(family_name="Zhou", given_name="Ola", phone_number=None)
    row = PatientPhoneFactory(patient=third, number="01632 960 777")
    with signed():
        seen = PatientPhone.objects.get(pk=row.pk).version
        procedures.update_phone(row.pk, seen=seen, for_reminders=False, number=PHONE, kind="home", note=None)
    assert reason(third, known) == "Same phone"


def test_a_member_number_that_is_corrected(known, other):
    row = InsuranceFactory(patient=other, member_number="ZX 45")
    with signed():
        procedures.update_insurance(row.pk, seen=Insurance.objects.get(pk=row.pk).version, member_number="ZX-44")
    assert reason(other, known) == "Same member number"


def test_who_registered_it_stands_with_a_pair_that_an_insurance_made(cast, known):
    with signed():
        made = procedures.register_patient(
            family_name="Ford", insurances=[{"insurance_details": "NM", "member_number": "ZX44"}],
            registered_by=cast.rosa,
        )  # fmt: skip
    assert PossibleDuplicate.objects.get(patient=made).registered_by == cast.rosa


def test_an_unknown_who_is_identified_is_said_to_be_registered_already(cast, known):
    rosa = cast.browse_as(cast.rosa)
    with signed():
        unknown = procedures.register_unknown()
    page = reverse("reception:patient", args=[unknown])
    assert "may already be registered" not in rosa.get(page).content.decode()
    edit = reverse("reception:edit_patient", args=[unknown])
    answer = send(rosa, edit, family_name="Hernandez", given_name="Kathryn", date_of_birth="14/8/1980", sex="female")
    shown = rosa.get(answer.url).content.decode()
    assert "This person may already be registered" in shown
    assert reverse("reception:merge_patients", args=[known.pk, unknown]) in shown
