"""A patient's own medicines."""

import pytest
from django.urls import reverse

from audit.models import Look
from clinical.tests.factories import PrescriptionFactory
from reception.tests.factories import day

pytestmark = pytest.mark.django_db
URL = "/my/prescriptions/"
# Seven of the page's own, and two that sign the connection for the look and clear it afterwards.
QUERIES = 9


@pytest.fixture
def ann(cast):
    """Ann at her phone."""
    assert cast.ann_record
    return cast.browse_as(cast.ann)


def text(response):
    return " ".join(response.content.decode().split())


def test_it_lists_what_is_taken_now_and_what_was(cast, ann):
    PrescriptionFactory(patient=cast.ann_record, medication="ramipril", dosage="2.50mg")
    PrescriptionFactory(patient=cast.ann_record, medication="codeine", ended_on=day(-2))
    PrescriptionFactory(patient=cast.bo_record, medication="warfarin")
    page = text(ann.get(URL))
    assert page.index("What you take now") < page.index("ramipril") < page.index("What you took before")
    assert page.index("What you took before") < page.index("codeine")
    assert '<span class="nb">2.5 mg</span>' in page
    assert "warfarin" not in page


def test_it_says_so_when_there_is_none(ann):
    assert "No medicine is on your list." in text(ann.get(URL))


def test_it_shows_one_medicine(cast, ann):
    page = text(ann.get(reverse("clinical:my_prescription", args=[cast.ann_prescription.pk])))
    for words in ("metformin", "500 mg", "One tablet twice a day with food", "Dr. Chidi Okafor"):
        assert words in page


def test_it_does_not_say_to_go_on_with_one_that_ended(cast, ann):
    ended = PrescriptionFactory(patient=cast.ann_record, ended_on=day(-2))
    page = text(ann.get(reverse("clinical:my_prescription", args=[ended.pk])))
    assert "You no longer take this." in page
    assert "Do not stop" not in page


def test_it_has_no_page_for_anothers_medicine_or_for_none(cast, ann):
    for pk in (cast.bo_prescription.pk, 10**12):
        assert ann.get(reverse("clinical:my_prescription", args=[pk])).status_code == 404


def test_it_shows_a_long_past_page_by_page(cast, ann):
    for days in range(1, 25):
        PrescriptionFactory(patient=cast.ann_record, prescribed_on=day(-days) if days < 23 else None, ended_on=day(-1))
    first = ann.get(URL)
    second = ann.get(f"{URL}?after={first.context['past'].following}")
    assert len({each.pk for each in [*first.context["past"], *second.context["past"]]}) == 24


def test_it_records_the_look_and_costs_no_more_queries_for_more_rows(cast, ann, django_assert_max_num_queries):
    for days in range(1, 30):
        PrescriptionFactory(patient=cast.ann_record, prescribed_on=day(-days), ended_on=day(-1) if days % 2 else None)
    with django_assert_max_num_queries(QUERIES):
        assert ann.get(URL).status_code == 200
    look = Look.objects.get(user_name="ann")
    assert (look.patient_id, look.part) == (cast.ann_record.pk, "my prescriptions")
