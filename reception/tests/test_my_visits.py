"""A patient's visits that nobody booked: walk-ins, and what came from another system."""

import pytest

from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db
VISITS = "/my/appointments/"


@pytest.fixture
def walked_in(cast):
    return VisitFactory(
        patient=cast.ann_record, provider=cast.okafor_provider, appointment=None, date=day(-9), reason="Cut finger"
    )


def text(response):
    return " ".join(response.content.decode().split())


def test_it_shows_a_visit_without_an_appointment(cast, walked_in):
    page = text(cast.browse_as(cast.ann).get(VISITS))
    assert "Without an appointment" in page
    assert "Cut finger" in page
    assert "You have had no visit yet." not in page


def test_it_says_that_there_was_none(cast):
    assert cast.ann_record
    page = text(cast.browse_as(cast.ann).get(VISITS))
    assert "You have had no visit yet." in page
    assert "Without an appointment" not in page


def test_it_shows_nobody_elses(cast, walked_in):
    assert cast.bo_record
    assert "Cut finger" not in text(cast.browse_as(cast.bo).get(VISITS))


def test_it_goes_through_many_page_by_page(cast):
    for days in range(1, 23):
        VisitFactory(
            patient=cast.ann_record, provider=cast.okafor_provider, date=day(-days), reason=f"Visit {days} days ago."
        )
    ann = cast.browse_as(cast.ann)
    first = ann.get(VISITS)
    assert "Visit 20 days ago." in text(first)
    assert "Visit 21 days ago." not in text(first)
    second = text(ann.get(VISITS, {"others_after": first.context["others"].following}))
    assert "Visit 22 days ago." in second
    assert "Visit 20 days ago." not in second
    assert "Coming" not in second
