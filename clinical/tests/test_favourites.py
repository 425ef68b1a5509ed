"""What has one's star: on a page of its own, and first among what is one press away at a visit."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clinical.favourites import MOST_STARRED
from clinical.icd10_list import write_list
from clinical.models import Prescription
from clinical.problems import diagnose
from clinical.tests.acting import chart_url
from clinical.tests.factories import FavouriteFactory, PrescriptionFactory, TestFactory
from clinical.tests.icd10 import SMALL_LIST
from emr_site.tests.factories import signed
from reception.models import Visit
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db
URL = "/favourites/"


@pytest.fixture
def visit(cast):
    return VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0))


@pytest.fixture
def shown(cast, visit):
    """shown(user): the page of the visit, as that person opens it."""
    return lambda user: cast.browse_as(user).get(chart_url("visit", cast.ann_record, visit))


def medicine(user, medication, dosage="5 mg", instructions=None):
    columns = {"medication": medication, "dosage": dosage, "instructions": instructions, "test_type": None}
    return FavouriteFactory(user=user, kind="medicine", **columns)


def prescribed(cast, *medications, **columns):
    given = {"dosage": "5 mg", "instructions": None} | columns
    for each in medications:
        PrescriptionFactory(patient=cast.bo_record, provider=cast.okafor_provider, medication=each, **given)


def medicines_on(page):
    return [form.initial["medication"] for form in page.context["usual_medicines"]]


def test_the_starred_come_first_in_the_order_in_which_they_were_starred(cast, shown):
    prescribed(cast, "often", "often", "Second ", "rare")
    for each in ("zinc", "second", "apixaban"):
        medicine(cast.okafor, each)
    for each in ("Urine", "CRP"):
        FavouriteFactory(user=cast.okafor, test_type=each)
    for each in ("crp", "HbA1c"):
        TestFactory(visit=VisitFactory(provider=cast.okafor_provider), type=each)
    page = shown(cast.okafor)
    assert medicines_on(page) == ["zinc", "second", "apixaban", "often", "rare"]
    assert [form.initial["type"] for form in page.context["usual_tests"]] == ["Urine", "CRP", "HbA1c"]
    stars = [form.initial.get("is_starred", False) for form in page.context["usual_medicines"]]
    assert stars == [True, True, True, False, False]
    assert page.content.decode().count('aria-label="Favourite:"') == 5


def test_they_are_those_of_whoever_is_signed_in(cast, shown):
    prescribed(cast, "of the visit's doctor")
    medicine(cast.okafor, "of Okafor")
    medicine(cast.lund, "of Lund")
    assert medicines_on(shown(cast.okafor)) == ["of Okafor", "of the visit's doctor"]
    assert medicines_on(shown(cast.lund)) == ["of Lund", "of the visit's doctor"]


def test_no_more_are_offered_than_can_be_seen_at_a_glance(cast, shown):
    for n in range(MOST_STARRED + 1):
        medicine(cast.okafor, f"starred {n:02}")
    prescribed(cast, *(f"usual {n}" for n in range(8)))
    found = medicines_on(shown(cast.okafor))
    assert found[:MOST_STARRED] == [f"starred {n:02}" for n in range(MOST_STARRED)]
    assert len(found) == MOST_STARRED + 6
    page = cast.browse_as(cast.okafor).get(URL).content.decode()
    assert f"A visit offers the first {MOST_STARRED}." in page
    assert f"starred {MOST_STARRED}" in page


def test_starred_diagnoses_come_after_the_patients_own_and_without_what_is_recorded(cast, visit, shown):
    with signed():
        write_list(SMALL_LIST)
        diagnose(cast.bo_visit, by=cast.okafor, code="E11.9")
        diagnose(cast.bo_visit, by=cast.okafor, code="I10")
        Visit.objects.filter(pk=cast.bo_visit.pk).update(provider=cast.okafor_provider)
        diagnose(visit, by=cast.okafor, code="J45.20")
    for code in ("J45.909", "I10", "J45.20"):
        FavouriteFactory(user=cast.okafor, kind="diagnosis", icd10_code_id=code, test_type=None)
    page = shown(cast.okafor)
    assert [each["code"] for each in page.context["usual_diagnoses"]] == ["J45.909", "I10", "E11.9"]
    assert "A favourite: Mild intermittent asthma, uncomplicated. Take the star back" in page.content.decode()


def test_two_of_one_name_and_dose_say_how_they_are_taken(cast, shown):
    medicine(cast.okafor, "prednisolone", instructions="Once a day")
    medicine(cast.okafor, "zinc", instructions="With water")
    prescribed(cast, "prednisolone", instructions="Twice a day")
    page = shown(cast.okafor).content.decode()
    assert "<small>Once a day</small>" in page
    assert "<small>Twice a day</small>" in page
    assert "<small>With water</small>" not in page


def test_a_starred_medicine_is_prescribed_to_the_word(cast, visit, shown):
    medicine(cast.okafor, "prednisolone", instructions="Once a day")
    (form,) = shown(cast.okafor).context["usual_medicines"]
    sent = {field.html_name: field.value() for field in form}
    answer = cast.browse_as(cast.okafor).post(chart_url("prescribe_at_visit", cast.ann_record, visit), sent)
    assert answer.status_code == 302
    row = Prescription.objects.get(visit=visit)
    assert (row.medication, row.dosage, row.instructions) == ("prednisolone", "5 mg", "Once a day")


def test_the_page_lists_ones_own_alone(cast):
    medicine(cast.okafor, "prednisolone", instructions="Once a day")
    FavouriteFactory(user=cast.okafor, test_type="CRP")
    medicine(cast.lund, "of another")
    page = cast.browse_as(cast.okafor).get(URL).content.decode()
    assert "of another" not in page
    assert page.index("prednisolone") < page.index("Once a day") < page.index("CRP")
    assert "No diagnosis has your star yet." in page
    nurse = cast.browse_as(cast.ned).get(URL).content.decode()
    assert "No test has your star yet." in nurse
    assert "No medicine has your star yet." not in nurse


@pytest.mark.parametrize(("who", "url"), [("okafor", "/my-day/"), ("okafor", "/phrases/"), ("ned", "/phrases/")])
def test_it_is_reached_by_a_link(cast, shown, who, url):
    client = cast.browse_as(getattr(cast, who))
    assert f'href="{URL}"' in client.get(url).content.decode()
    assert f'href="{URL}#test"' in shown(getattr(cast, who)).content.decode()


def test_they_cost_no_query_more_however_many(cast, visit):
    client = cast.browse_as(cast.okafor)
    urls = [chart_url("visit", cast.ann_record, visit), chart_url("visit_news", cast.ann_record, visit), URL]
    starred_and_ordered(cast, visit, 1)
    few = [asked(client, url) for url in urls]
    starred_and_ordered(cast, visit, 9)
    assert [asked(client, url) for url in urls] == few
    assert few[0] <= 26
    assert few[1] <= 15


def starred_and_ordered(cast, visit, count):
    for _ in range(count):
        name = f"number {Prescription.objects.count()}"
        medicine(cast.okafor, name)
        PrescriptionFactory(patient=cast.ann_record, visit=visit, provider=cast.okafor_provider, medication=name)
        FavouriteFactory(user=cast.okafor, test_type=name)
        TestFactory(visit=visit, type=name)


def asked(client, url):
    """How many queries a page takes that is opened once more."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
