"""Whose names are alike, of one birth date or one phone."""

from datetime import date

import pytest

from emr_site.tests.factories import signed
from reception.duplicates import COMPARED, Told, likely
from reception.models import Patient
from reception.resemblance import OTHER_WAY_ROUND, PART, PERHAPS_TWIN, SOUNDS_ALIKE, resemblance
from reception.tests.factories import PatientFactory

pytestmark = pytest.mark.django_db
BORN = date(1980, 8, 14)


@pytest.fixture
def known():
    return PatientFactory(family_name="Hernandez", given_name="Kathryn", date_of_birth=BORN)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("Smith-Jones", "Ann"), ("Jones-Smith", "Ann"), OTHER_WAY_ROUND),
        (("García Márquez", "José"), ("Márquez García", "José"), OTHER_WAY_ROUND),
        (("Hale", "José Luis"), ("Hale", "Luis José"), OTHER_WAY_ROUND),
        (("Hale", "Ann"), ("Hale", "Mary Ann"), PART),
        (("Cruz", "Ana"), ("de la Cruz", "Ana"), PART),
        (("Knight", "Ann"), ("Nite", "Ann"), SOUNDS_ALIKE),
        (("Meier", "Uwe"), ("Mayr", "Uwe"), SOUNDS_ALIKE),
        (("Leigh", "Sara"), ("Lee", "Sarah"), SOUNDS_ALIKE),
        (("Li", "Wei"), ("Lee", "Wei"), SOUNDS_ALIKE),
        (("Hale", "Tom"), ("Hale", "Tim"), PERHAPS_TWIN),
        (("Hale", "Ann"), ("Hale", "Robert"), None),
        (("Hale", "Ann"), ("Ford", "Ann"), None),
        (("王", "伟"), ("王", "芳"), None),
    ],
)
def test_it_compares_every_word_and_how_it_sounds(one, other, reason):
    assert resemblance(one, other) == resemblance(other, one) == reason


def test_a_middle_and_a_preferred_name_are_compared(known):
    with signed():
        Patient.objects.filter(pk=known.pk).update(preferred_name="Kitty", middle_name="Rose")
    (found,) = likely(Told("Hernandez", "Kitty", BORN))
    assert found.reason == PART
    (found,) = likely(Told("Hernandez", "Rose", BORN))
    assert found.reason == PART


@pytest.mark.parametrize("family", ["Hernandez", "Hernandes"])
def test_it_finds_the_name_among_all_who_have_a_birth_date_that_stands_for_none(family):
    unknown = date(1900, 1, 1)
    with signed():
        Patient.objects.bulk_create(
            Patient(family_name=f"Ford{n}", given_name="Eve", date_of_birth=unknown) for n in range(COMPARED + 10)
        )
    last = PatientFactory(family_name="Hernandez", given_name="Kathryn", date_of_birth=unknown)
    (found,) = likely(Told(family, "Kathryn", unknown))
    assert found.patient == last


def test_of_a_family_with_one_phone_the_likeliest_comes_first(known):
    with signed():
        Patient.objects.bulk_create(
            Patient(family_name="Hernandez", given_name=name, phone_number="01632 960 777") for name in "ABCDEFG"
        )
    zoe = PatientFactory(family_name="Hernandez", given_name="Zoë", phone_number="01632 960 777")
    assert likely(Told("Hernandez", "Zoe", date(1970, 1, 1), phones=("01632960777",)))[0].patient == zoe
