"""Moving and cancelling a booked time."""

from datetime import time

import pytest

from clinical.tests.acting import audited, send, shown
from emr_site.tests.factories import signed
from reception.models import Appointment
from reception.tests.desk import arrives, today_at, url
from reception.tests.factories import AppointmentFactory, day

pytestmark = pytest.mark.django_db
MOVED = {"move_reason": "The patient asked", "date": str(day(2)), "time": "14:00", "duration_minutes": "30"}


@pytest.fixture
def booked(cast):
    return cast.ann_appointment


def times(row):
    row.refresh_from_db()
    return row.provider, row.date, row.time, row.duration_minutes


def test_it_moves_to_another_provider_day_time_and_length_in_one_change(cast, booked):
    typed = MOVED | {"provider": str(cast.lund_provider.pk)}
    response = send(cast.browse_as(cast.rosa), url("move_appointment", booked), **typed)
    assert response.url == url("appointment", booked)
    assert times(booked) == (cast.lund_provider, day(2), time(14), 30)
    assert audited(booked, "U", by=cast.rosa) == 1


def test_it_may_move_into_its_own_time(cast, booked):
    typed = {"time": "10:35", "move_reason": "Five minutes later"}
    assert send(cast.browse_as(cast.rosa), url("move_appointment", booked), **typed).status_code == 302
    assert times(booked)[2] == time(10, 35)


def test_it_moves_into_no_taken_time_and_keeps_what_was_typed(cast, booked):
    before = times(booked)
    AppointmentFactory(provider=cast.okafor_provider, date=day(2), time=time(14, 15))
    response = send(cast.browse_as(cast.rosa), url("move_appointment", booked), **MOVED)
    page = response.content.decode()
    assert response.status_code == 422
    assert "another appointment at this time" in page
    assert 'value="14:00"' in page
    assert times(booked) == before


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [("date", "soon", "Write the date"), ("date", "1/1/2020", "in the past"), ("time", "", "Enter the time.")],
)
def test_it_says_what_is_wrong_and_moves_nothing(cast, booked, field, value, sentence):
    before = times(booked)
    response = send(cast.browse_as(cast.rosa), url("move_appointment", booked), **(MOVED | {field: value}))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert times(booked) == before


def test_it_cancels_with_a_reason_and_frees_the_time(cast, booked):
    response = send(cast.browse_as(cast.rosa), url("cancel_appointment", booked), cancel_reason="The patient called")
    assert response.url == url("appointment", booked)
    booked.refresh_from_db()
    assert (booked.status, booked.cancel_reason) == ("Cancelled", "The patient called")
    assert audited(booked, "U", by=cast.rosa) == 1
    AppointmentFactory(provider=booked.provider, date=booked.date, time=booked.time)
    page = cast.browse_as(cast.rosa).get(url("appointment", booked)).content.decode()
    assert "The patient called" in page
    assert "Move to" not in page


def test_it_cancels_nothing_without_a_reason(cast, booked):
    response = send(cast.browse_as(cast.rosa), url("cancel_appointment", booked), cancel_reason="  ")
    assert response.status_code == 422
    assert "Say why it is cancelled." in response.content.decode()
    booked.refresh_from_db()
    assert booked.status == "Scheduled"


@pytest.mark.parametrize("verb", ["move", "cancel"])
def test_the_second_of_two_sees_both_versions(cast, booked, verb):
    client, address = cast.browse_as(cast.rosa), url(f"{verb}_appointment", booked)
    typed = {"move": {"time": "15:45", "move_reason": "Later"}, "cancel": {"cancel_reason": "The patient called"}}[verb]
    form = shown(client, address) | typed
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(time=time(11, 15), move_reason="A call")
    response = client.post(address, form)
    page = response.content.decode()
    assert response.status_code == 409
    assert "11:15" in page
    assert next(iter(typed.values())) in page
    booked.refresh_from_db()
    assert (booked.time, booked.status) == (time(11, 15), "Scheduled")
    again = {field.html_name: field.value() or "" for field in response.context["form"]}
    assert client.post(address, again).status_code == 302
    booked.refresh_from_db()
    assert (booked.time, booked.status) == {
        "move": (time(15, 45), "Scheduled"),
        "cancel": (time(11, 15), "Cancelled"),
    }[verb]


@pytest.mark.parametrize(("verb", "typed"), [("move", MOVED), ("cancel", {"cancel_reason": "Ill"})])
def test_who_has_come_is_neither_moved_nor_cancelled(cast, verb, typed):
    booked = today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider)
    client, address = cast.browse_as(cast.rosa), url(f"{verb}_appointment", booked)
    form = shown(client, address) | typed
    arrives(booked)
    response = client.post(address, form)
    assert response.status_code == 422
    assert "The patient has come to this appointment" in response.content.decode()
    assert audited(booked, "U", by=cast.rosa) == 0


@pytest.mark.parametrize(("verb", "typed"), [("move", MOVED), ("cancel", {"cancel_reason": "Ill"})])
def test_what_is_closed_stays_as_it_is(cast, booked, verb, typed):
    client, address = cast.browse_as(cast.rosa), url(f"{verb}_appointment", booked)
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(status="Cancelled", cancel_reason="Twice booked")
    response = send(client, address, **typed)
    assert response.status_code == 422
    assert "done, cancelled or missed" in response.content.decode()
    booked.refresh_from_db()
    assert (booked.time, booked.cancel_reason) == (time(10, 30), "Twice booked")


@pytest.mark.parametrize("verb", ["appointment", "move_appointment", "cancel_appointment"])
def test_one_that_is_not_there_is_not_found(cast, booked, verb):
    address = url(verb, booked).replace(f"/{booked.pk}/", "/999999999/")
    assert cast.browse_as(cast.rosa).get(address).status_code == 404
