"""Each part of a chart is a fragment with its own address and its own right, and small."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from pypdf import PdfReader

from accounts.models import User
from clinical.tests.acting import chart_url
from clinical.tests.factories import (
    AllergyFactory,
    ClinicalRecordFactory,
    FamilyHistoryFactory,
    PrescriptionFactory,
    ProblemFactory,
    TestFactory,
    VitalSignsFactory,
)
from emr_site.tests.factories import signed
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
LARGEST = 30_000  # bytes
PARTS = ("problems", "prescriptions", "allergies", "vital_signs", "history", "tests", "visits", "records")


@pytest.fixture
def long_chart(cast):
    """As long as each list shows at most, or longer."""
    for n in range(40):
        visit = VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(-n), reason="Review")
        PrescriptionFactory(patient=cast.ann_record, visit=visit, instructions="One tablet twice a day with food")
        TestFactory(visit=visit, results="Within the usual range, nothing to be done.")
        VitalSignsFactory(patient=cast.ann_record, visit=visit)
    for n in range(20):
        AllergyFactory(patient=cast.ann_record, substance=f"Substance {n}")
    for n in range(120):
        ProblemFactory(patient=cast.ann_record, description=f"Problem {n}")
        FamilyHistoryFactory(patient=cast.ann_record, illness=f"Condition {n}")
    return visit


@pytest.mark.parametrize("part", PARTS)
def test_it_answers_by_itself_and_is_small(cast, long_chart, part):
    answer = cast.browse_as(cast.okafor).get(chart_url(part, cast.ann_record), headers=HTMX)
    assert answer.status_code == 200
    assert b"<html" not in answer.content
    assert len(answer.content) <= LARGEST


def test_what_a_box_leaves_out_stands_on_the_page(cast, long_chart):
    client = cast.browse_as(cast.okafor)
    for part, one in (("problems", "Problem 119"), ("history", "Condition 119")):
        url = chart_url(part, cast.ann_record)
        assert f"{(100, 105)[part == 'history']} more" in client.get(url, headers=HTMX).content.decode()
        assert one in client.get(url).content.decode()


PARTS_OF_CHART = {
    "view_prescription": ("prescriptions", "One tablet twice a day"),
    "view_test": ("tests", "Within the usual range"),
    "view_problem": ("problems", "Problem 1"),
    "view_vitalsigns": ("vital_signs", "118/76"),
    "view_allergy": ("allergies", "Substance 1"),
    "view_clinicalrecord": ("records", "Sore throat"),
}


@pytest.mark.parametrize("right", PARTS_OF_CHART)
def test_the_chart_and_its_print_hold_no_part_that_one_may_not_open(cast, long_chart, right):
    ClinicalRecordFactory(visit=cast.ann_record.visits.latest("date"), signs_and_symptoms="Sore throat")
    part, words = PARTS_OF_CHART[right]
    everything = cast.browse_as(cast.ned)
    assert words in everything.get(chart_url("chart", cast.ann_record)).content.decode()
    client = cast.browse_as(nurse_without(cast, right))
    assert client.get(chart_url(part, cast.ann_record)).status_code == 403
    for page in ("chart", "visits"):
        assert words not in client.get(chart_url(page, cast.ann_record)).content.decode(), page
    assert words not in text_of(client.get(chart_url("printed_summary", cast.ann_record)).content)


def nurse_without(cast, right):
    rights = Permission.objects.filter(group__name="Nurse").exclude(codename=right)
    with signed():
        cast.ned.groups.clear()
        cast.ned.user_permissions.set(rights)
    return User.objects.get(pk=cast.ned.pk)


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_what_is_new_at_a_visit_is_small(cast, long_chart):
    url = chart_url("visit_news", cast.ann_record, long_chart)
    assert len(cast.browse_as(cast.okafor).get(url, headers=HTMX).content) <= LARGEST
