"""A diagnosis is found by its code, by words, and by what people say for it; the likeliest comes first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clinical.icd10 import MOST, MOST_USES, TRIED, find, uses_of
from clinical.icd10_list import Listed, write_list
from clinical.models import Icd10Code, Icd10Term, Icd10Word, Problem
from clinical.tests.acting import assert_refused, sql
from clinical.tests.factories import ProblemFactory
from clinical.tests.icd10 import SMALL_LIST, TITLES, icd10  # noqa: F401  a fixture
from emr_site.tests.factories import signed
from emr_site.tests.plans import plan_of
from reception.tests.factories import PatientFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("icd10")]


def codes(typed):
    return [each.code for each in find(typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sugar diabetes type 2", "E11.9"),
        ("dm2", "E11.9"),
        ("DM 2", "E11.9"),
        ("E11.9", "E11.9"),
        ("e119", "E11.9"),
        ("e11", "E11"),
        ("high blood pressure", "I10"),
        ("HTN", "I10"),
        ("heart attack", "I21.9"),
        ("asth", "J45.909"),
        ("meniere's", "H81.01"),
        ("diabetic type 2 nephropathy", "E11.21"),
    ],
)
def test_it_finds_what_is_meant_first(typed, first):
    assert codes(typed)[0] == first


def test_asthma_is_the_plain_one_among_the_first():
    assert "J45.909" in codes("asthma")[:3]


@pytest.mark.parametrize("typed", ["", " ", "d", "qwertyzz", "diabetes qwertyzz", "%", "%%", "Z99.9", "the of"])
def test_nonsense_finds_nothing(typed):
    assert codes(typed) == []


def test_a_number_is_meant_whole():
    assert "E10.9" not in codes("diabetes type 2")


def test_there_are_twelve_at_most():
    write_list([*SMALL_LIST, *(Listed(f"M10.{number}", f"Gout of {number}", is_billable=True) for number in range(20))])
    assert len(codes("gout")) == len(codes("m10")) == 12


def test_what_this_clinic_records_comes_first():
    assert codes("asthma")[0] == "J45.909"
    for code in ("J45.20", "J45.991", "J45.20"):
        ProblemFactory(icd10_code_id=code)
    assert codes("asthma")[:3] == ["J45.20", "J45.991", "J45.909"]


def test_a_word_of_the_clinics_own_is_understood():
    with signed():
        Icd10Term.objects.create(term="wheezy chest", means="asthma unspecified")
    assert codes("wheezy chest")[0] == "J45.909"
    assert_refused("icd10_term_once", sql("INSERT INTO Icd10Term (term, means) VALUES ('dm2', 'x')"))
    assert_refused("icd10_term_not_blank", sql("INSERT INTO Icd10Term (term, means) VALUES (' ', 'x')"))


def test_the_list_is_kept_equal_to_the_publishers():
    assert write_list(SMALL_LIST) == (0, 0)
    newer = [each for each in SMALL_LIST if each.code != "I15.0"]
    newer[0] = Listed("E11", "Diabetes of the second type", is_billable=False)
    assert write_list(newer) == (1, 1)
    assert Icd10Code.objects.get(code="E11").title == "Diabetes of the second type"
    assert codes("renovascular") == []
    assert Icd10Code.objects.filter(code="I15.0").exists()
    assert not Icd10Word.objects.filter(code="I15.0").exists()


def test_the_search_asks_few_questions(django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        find("sugar diabetes type 2")


def test_a_word_of_thousands_and_a_habit_of_years_are_read_no_further_than_matters():
    gouts = [
        Listed(f"M{n // 100:02}.{n % 100:02}", f"Gout of part {n}, encounter", is_billable=True) for n in range(3000)
    ]
    write_list([*SMALL_LIST, *gouts])
    with signed():
        Problem.objects.bulk_create(
            Problem(patient=each, icd10_code_id="E11.9", description=TITLES["E11.9"])
            for each in [PatientFactory() for _ in range(MOST_USES + 1)]
        )
    with CaptureQueriesContext(connection) as asked:
        found = find("gout encounter")
    assert len(found) == MOST
    words = [query["sql"] for query in asked if f"LIMIT {TRIED})" in query["sql"]]
    assert len(words) == 1
    for step in plan_of(words[0]):
        if step["table"] in {"Icd10Word", "o0"}:
            assert step["key"] in {"icd10_word_by_word", "icd10_word_by_code"}, step
    assert uses_of(["E11.9", "I10"]) == {"E11.9": MOST_USES, "I10": 0}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("hypertention", "I10"),
        ("diabetis type 2", "E11.9"),
        ("asthmma", "J45.909"),
        ("htn2", None),
        ("dm 2 nefropathy", "E11.21"),
    ],
)
def test_a_slip_of_the_fingers_is_forgiven(typed, first):
    assert (codes(typed) or [None])[0] == first


@pytest.mark.parametrize("typed", ["hyp", "gouut", "astm"])
def test_a_short_word_is_another_word_and_no_slip(typed):
    assert all(each.code != "J45.909" for each in find(typed))


def test_a_term_may_name_the_code_that_is_meant_first():
    with signed():
        Icd10Term.objects.create(term="wheeze", means="J45.991 asthma")
    assert codes("wheeze")[:2] == ["J45.991", "J45.909"]
    # As a part of something longer it only brings its words.
    assert codes("wheeze uncomplicated")[0] == "J45.909"


def test_the_options_are_buttons_of_the_form(cast):
    answer = cast.browse_as(cast.ned).get("/icd10/", {"q": "dm2 <b>"}).content.decode()
    assert "without a code" in answer
    assert "<b>”" not in answer
    answer = cast.browse_as(cast.okafor).get("/icd10/?q=dm2").content.decode()
    assert answer.index('name="code" value="E11.9"') < answer.index('name="words" value="dm2"')
    assert cast.browse_as(cast.okafor).get("/icd10/").content.strip() == b""
