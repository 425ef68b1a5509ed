"""Follow-up in "6 weeks" proposes free times, and one press books."""

from datetime import date, time

import pytest

from clinical.follow_up import day_in
from clinical.tests.acting import audited, chart_url
from reception.free_times import free_times
from reception.models import Appointment
from reception.tests.desk import works
from reception.tests.factories import AppointmentFactory, VisitFactory, day

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("6 weeks", date(2027, 1, 5)),
        ("in 6 Weeks", date(2027, 1, 5)),
        ("10 days", date(2026, 12, 4)),
        ("3m", date(2027, 2, 24)),
        ("a year", date(2027, 11, 24)),
        ("0 days", None),
        ("3 years", None),
        ("soon", None),
        ("999 months", None),
    ],
)
def test_it_understands_what_is_said(said, expected):
    assert day_in(said, TODAY) == expected


@pytest.fixture
def visit(cast):
    return VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0))


@pytest.fixture
def in_six_weeks(cast):
    """The one day around then on which Dr Okafor works, from 09:00 to 10:00, the first quarter taken."""
    at = day(42)
    works(cast.okafor_provider, at, "09:00", "10:00")
    AppointmentFactory(
        patient=cast.bo_record, provider=cast.okafor_provider, date=at, time=time(9), duration_minutes=15
    )
    return at


def times(cast, visit, by, said="6 weeks"):
    url = chart_url("follow_up_times", cast.ann_record, visit)
    return cast.browse_as(by).get(url, {"said": said}, headers=HTMX)


def book(cast, visit, by, at, clock, headers=HTMX):
    form = {"patient_id": cast.ann_record.pk, "idempotency_key": "5a4f5d3e-6b0e-4a6e-9d5f-0d9a5e6f7a8b"}
    url = chart_url("book_follow_up", cast.ann_record, visit)
    return cast.browse_as(by).post(url, form | {"date": at.isoformat(), "time": clock}, headers=headers)


def test_only_what_is_free_is_proposed(cast, visit, in_six_weeks):
    found = [(at, clock) for at, clock in free_times(cast.okafor_provider, around=in_six_weeks, duration=15)
             if at == in_six_weeks]  # fmt: skip
    assert found == [(in_six_weeks, time(9, 15)), (in_six_weeks, time(9, 30)), (in_six_weeks, time(9, 45))]
    assert free_times(cast.okafor_provider, around=in_six_weeks, duration=60, before=0, after=0) == []


def test_a_few_days_and_hours_are_proposed_in_their_order(cast, visit):
    for n in range(40, 47):
        works(cast.okafor_provider, day(n), "08:00", "16:00")
    found = free_times(cast.okafor_provider, around=day(42), duration=15)
    assert found == sorted(found)
    assert len({at for at, _ in found}) == len(found) == 6
    assert {clock.hour for _, clock in found} == {8, 11, 15}


def test_one_press_books_and_the_box_says_so(cast, visit, in_six_weeks):
    page = times(cast, visit, cast.okafor).content.decode()
    assert "09:15" in page
    assert "<html" not in page
    page = book(cast, visit, cast.okafor, in_six_weeks, "09:15").content.decode()
    assert "09:15" in page
    row = Appointment.objects.get(patient=cast.ann_record)
    assert (row.date, row.time, row.provider, row.reason) == (
        in_six_weeks,
        time(9, 15),
        cast.okafor_provider,
        "Follow-up",
    )
    assert audited(row, "C", by=cast.okafor) == 1
    assert book(cast, visit, cast.okafor, in_six_weeks, "09:15").status_code == 200
    assert Appointment.objects.filter(patient=cast.ann_record).count() == 1


def test_a_time_that_was_taken_meanwhile_is_told(cast, visit, in_six_weeks):
    response = book(cast, visit, cast.ned, in_six_weeks, "09:00")
    assert response.status_code == 422
    assert "another appointment at this time" in response.content.decode()


def test_it_says_how_to_say_it(cast, visit):
    response = times(cast, visit, cast.okafor, said="whenever")
    assert response.status_code == 422
    assert "6 weeks" in response.content.decode()
    assert 'value="whenever"' in response.content.decode()


def test_it_says_when_nothing_is_free(cast, visit, in_six_weeks):
    AppointmentFactory(
        patient=cast.bo_record, provider=cast.okafor_provider, date=in_six_weeks, time=time(9, 15), duration_minutes=45
    )
    assert free_times(cast.okafor_provider, around=in_six_weeks, duration=15, before=0, after=0) == []


def test_it_is_not_the_desks(cast, visit):
    assert times(cast, visit, cast.rosa).status_code == 403
    assert book(cast, visit, cast.rosa, day(1), "09:00").status_code == 403
