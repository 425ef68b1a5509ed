"""The chart on paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from audit.models import Look
from clinical.tests.acting import chart_url
from clinical.tests.factories import VitalSignsFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(cast):
    return chart_url("printed_summary", cast.ann_record)


def text_of(response):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages).split())


def test_it_says_what_the_chart_says_and_can_be_listened_to(cast, url):
    cast.ann_clinical_record, cast.ann_prescription, cast.ann_test, cast.ann_allergy, cast.ann_problem  # noqa: B018
    VitalSignsFactory(patient=cast.ann_record, systolic_mmhg=150, diastolic_mmhg=92)
    response = cast.browse_as(cast.okafor).get(url)
    assert response["Content-Type"] == "application/pdf"
    assert "HALE" not in response["Content-Disposition"]
    said = text_of(response)
    for words in ("HALE, Ann", "14-Aug-1980", "metformin", "Tonsillitis", "Full blood count", "Systolic 150 mmHg"):
        assert words in said
    for row in (cast.ann_allergy.substance, cast.ann_problem.description):
        assert row in said
    assert PdfReader(BytesIO(response.content)).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert Look.objects.filter(patient_id=cast.ann_record.pk, part="printed summary").count() == 1


def test_an_empty_chart_says_so(cast, url):
    said = text_of(cast.browse_as(cast.ned).get(url))
    assert "No active problems are recorded." in said
    assert "Nothing has been measured." in said


def test_it_is_not_the_desks(cast, url):
    assert cast.browse_as(cast.rosa).get(url).status_code == 403
