"""Finding a patient by any part of any name, in any order."""

import pytest
from django.db import connection
from django.utils import timezone

from emr_site.tests.factories import signed
from reception.search import find_patients
from reception.tests.factories import PatientFactory, VisitFactory

pytestmark = pytest.mark.django_db


def found(text):
    return [row["family_name"] + " " + row["given_name"] for row in find_patients(text).rows]


@pytest.fixture
def named():
    known = [
        ("Hale", "Ann", {"middle_name": "Mary", "suffix": "Jr"}),
        ("Hale", "Robert", {"preferred_name": "Bob"}),
        ("García Márquez", "José", {}),
        ("Hernández", "José Luz", {}),
        ("van den Berg", "Jan", {}),
        ("Nguyen", "Van Anh", {}),
        ("Smith-Jones", "Eve", {}),
        ("O’Brien", "Sean", {}),
        ("McDonald", "Kim", {}),
        ("Li", "Wei", {}),
    ]
    return [PatientFactory(family_name=family, given_name=given, **more) for family, given, more in known]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ann mary hale", "Hale Ann"),
        ("Ann Mary Hale, Jr", "Hale Ann"),
        ("hale ann mary", "Hale Ann"),
        ("HALE, Ann", "Hale Ann"),
        ("bob", "Hale Robert"),
        ("bob hale", "Hale Robert"),
        ("hale, bob", "Hale Robert"),
        ("marquez", "García Márquez José"),
        ("marquez, jose", "García Márquez José"),
        ("jose marquez", "García Márquez José"),
        ("marquez garcia", "García Márquez José"),
        ("garciamarquez", "García Márquez José"),
        ("berg", "van den Berg Jan"),
        ("jan berg", "van den Berg Jan"),
        ("vandenberg", "van den Berg Jan"),
        ("anh nguyen", "Nguyen Van Anh"),
        ("luz hernandez", "Hernández José Luz"),
        ("smith jones", "Smith-Jones Eve"),
        ("jones", "Smith-Jones Eve"),
        ("eve jones-smith", "Smith-Jones Eve"),
        ("o brien", "O’Brien Sean"),
        ("o'brien", "O’Brien Sean"),
        ("obrien sean", "O’Brien Sean"),
        ("brian", "O’Brien Sean"),
        ("mc donald", "McDonald Kim"),
        ("kim mc donald", "McDonald Kim"),
        ("lee wei", "Li Wei"),
        ("marqes jose", "García Márquez José"),
    ],
)
def test_it_finds_by_every_part_of_every_name(named, text, expected):
    assert found(text) == [expected]


def test_it_puts_who_is_called_exactly_so_first_and_then_who_was_seen_last(named):
    long_ago, lately = (PatientFactory(family_name="Halewood", given_name="Annabel") for _ in range(2))
    VisitFactory(patient=lately, date=timezone.localdate())
    middle = PatientFactory(family_name="Ford", given_name="Eve", middle_name="Ann Hale")
    VisitFactory(patient=middle, date=timezone.localdate())
    ids = [row["id"] for row in find_patients("hale ann").rows]
    assert ids == [named[0].pk, lately.pk, long_ago.pk, middle.pk]


def test_two_words_that_begin_alike_need_two_names(named):
    PatientFactory(family_name="Jones", given_name="Ann")
    john = PatientFactory(family_name="Jones", given_name="John")
    assert [row["id"] for row in find_patients("jo jones").rows] == [john.pk]


def test_it_pages_through_words(named):
    people = [PatientFactory(family_name=f"Ford{n}", middle_name="Zed Zedda", given_name="Eve") for n in range(7)]
    seen, mark = [], None
    while True:
        page = find_patients("zed eve", after=mark, size=3)
        seen += [row["id"] for row in page.rows]
        mark = page.following
        if not mark:
            break
    assert sorted(seen) == sorted(each.pk for each in people)


def test_it_follows_a_name_that_is_changed_by_whoever(named):
    with signed(), connection.cursor() as cursor:
        cursor.execute("UPDATE Patient SET middle_name = 'Zebedee' WHERE patient_id = %s", [named[0].pk])
    assert found("zebedee hale") == ["Hale Ann"]
    assert found("ann mary hale") == []
    with signed(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM Patient WHERE patient_id = %s", [named[0].pk])
        cursor.execute("SELECT COUNT(*) FROM NameWord WHERE bearer_id = %s", [named[0].pk])
        assert cursor.fetchone()[0] == 0
