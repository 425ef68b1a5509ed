"""Each part of a chart is a fragment with its own address and its own right, and small."""

import pytest

from clinical.tests.acting import chart_url
from clinical.tests.factories import AllergyFactory, PrescriptionFactory, ProblemFactory, TestFactory, VitalSignsFactory
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
        ProblemFactory(patient=cast.ann_record, description=f"Problem {n}")
    return visit


@pytest.mark.parametrize("part", PARTS)
def test_it_answers_by_itself_and_is_small(cast, long_chart, part):
    answer = cast.browse_as(cast.okafor).get(chart_url(part, cast.ann_record), headers=HTMX)
    assert answer.status_code == 200
    assert b"<html" not in answer.content
    assert len(answer.content) <= LARGEST


def test_what_is_new_at_a_visit_is_small(cast, long_chart):
    url = chart_url("visit_news", cast.ann_record, long_chart)
    assert len(cast.browse_as(cast.okafor).get(url, headers=HTMX).content) <= LARGEST
