"""Finding a patient whose name is nearly right, and telling like names apart."""

import pytest

from reception.models import Patient
from reception.near_names import similar_names
from reception.search import find_patients
from reception.tests.factories import PatientFactory

pytestmark = pytest.mark.django_db
LIST = "/patients/"


def found(text, **more):
    return [row["family_name"] + " " + row["given_name"] for row in find_patients(text, **more).rows]


@pytest.fixture
def misspelt():
    known = [("Hernandez", "Kathryn"), ("Smith", "Justin"), ("Smythe", "John"), ("Nguyễn", "Thị Hoa")]
    return [PatientFactory(family_name=family, given_name=given, date_of_birth="1980-08-14") for family, given in known]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Catherine Hernandes", ["Hernandez Kathryn"]),
        ("hernadez, katrin", ["Hernandez Kathryn"]),
        ("Hernnadez", ["Hernandez Kathryn"]),
        ("Smiht", ["Smith Justin", "Smythe John"]),
        ("jon smyth", ["Smythe John"]),
        ("justen", ["Smith Justin"]),
        ("nguyen thi", ["Nguyễn Thị Hoa"]),
        ("newyen", []),
        ("smith 14/8/80", ["Smith Justin", "Smythe John"]),
        ("14-Aug-1980 smiht", ["Smith Justin", "Smythe John"]),
        ("smith 15/8/80", []),
        ("14081980", ["Smythe John", "Smith Justin", "Nguyễn Thị Hoa", "Hernandez Kathryn"]),
    ],
)
def test_it_forgives_a_slip_and_takes_a_birth_date_with_a_name(misspelt, text, expected):
    assert sorted(found(text)) == sorted(expected)


def test_it_says_who_is_only_near(misspelt):
    assert [row["is_near"] for row in find_patients("smith").rows] == [False, True]


@pytest.mark.parametrize(
    ("one", "other", "mixed"),
    [
        (("Smith", "Jon"), ("Smyth", "John"), True),
        (("Hernandez", "Kathryn"), ("Hernandes", "Catherine"), True),
        (("Okonkwo", "Adaeze"), ("Okonkwo", "Adam"), True),
        (("Hunt", "Ann"), ("Smith", "Ann"), False),
        (("Hale", "Ann"), ("Hale", "Robert"), False),
    ],
)
def test_it_knows_names_that_may_be_mixed_up(one, other, mixed):
    people = [PatientFactory(family_name=family, given_name=given) for family, given in (one, other)]
    listed = Patient.objects.filter(pk__in=[each.pk for each in people])
    rows = list(listed.values("id", "family_name", "given_name", "family_sound", "given_sound"))
    assert similar_names(rows) == ({each.pk for each in people} if mixed else set())
    assert similar_names([rows[0], rows[0]]) == set()
