"""Each step through the building from the board: pressed, refused, missed by a second; on the week and the rooms."""

from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from audit.models import AuditLog
from reception.models import RoomStay
from reception.tests.desk import advances, arrives, today_at, url, works
from reception.tests.factories import AppointmentFactory, RoomFactory, RoomStayFactory, VisitFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(cast):
    booked = today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider)
    arrives(booked, arrived_at=timezone.now())
    booked.refresh_from_db()
    return booked


def press(client, row, status, seen, **more):
    return client.post(url("advance_appointment", row), {"status": status, "seen": seen, **more}, follow=True)


@pytest.mark.parametrize("who", ["rosa", "ned", "okafor"])
def test_each_step_is_one_press_of_whoever_is_there(cast, here, who):
    client = cast.browse_as(getattr(cast, who))
    press(client, here, "Roomed", "Arrived", room=RoomFactory().pk)
    for status, seen in (("With doctor", "Roomed"), ("Checkout", "With doctor"), ("Completed", "Checkout")):
        press(client, here, status, seen)
        here.refresh_from_db()
        assert here.status == status
    written = AuditLog.objects.filter(
        table_name="Appointment", record_id=here.pk, user_name=getattr(cast, who).username
    )
    assert written.count() == 4


def test_a_second_desk_overwrites_nothing(cast, here):
    advances(here, "With doctor")
    page = press(cast.browse_as(cast.rosa), here, "Checkout", "Arrived").content.decode()
    assert "Somebody else has taken this patient a step on" in page
    assert "With doctor" in page
    here.refresh_from_db()
    assert here.status == "With doctor"


def test_pressed_twice_it_happened_once(cast, here):
    client = cast.browse_as(cast.rosa)
    for _ in range(2):
        press(client, here, "Checkout", "Arrived")
    assert here.events.filter(status="Checkout").count() == 1


def test_a_taken_room_is_refused_in_words(cast, here):
    taken = RoomStayFactory(visit=VisitFactory())
    page = press(cast.browse_as(cast.rosa), here, "Roomed", "Arrived", room=taken.room_id).content.decode()
    assert "Another patient is in this room" in page
    here.refresh_from_db()
    assert here.status == "Arrived"
    assert RoomStay.objects.count() == 1


def test_a_room_that_was_not_chosen_is_asked_for(cast, here):
    assert "Choose the room" in press(cast.browse_as(cast.rosa), here, "Roomed", "Arrived").content.decode()


def test_another_room_is_taken_and_the_first_left(cast, here):
    client, first, second = cast.browse_as(cast.rosa), RoomFactory(), RoomFactory()
    press(client, here, "Roomed", "Arrived", room=first.pk)
    press(client, here, "Roomed", "Roomed", room=second.pk)
    assert [(stay.room, stay.left_at is None) for stay in RoomStay.objects.order_by("id")] == [
        (first, False),
        (second, True),
    ]


@pytest.mark.parametrize("typed", [{"status": "Flying", "seen": "Arrived"}, {"status": "Checkout"}, {"room": "x"}])
def test_a_damaged_press_changes_nothing(cast, here, typed):
    form = {"status": "Roomed", "seen": "Arrived"} | typed
    if "status" in typed and "seen" not in typed:
        del form["seen"]
    assert cast.browse_as(cast.rosa).post(url("advance_appointment", here), form).status_code == 302
    here.refresh_from_db()
    assert here.status == "Arrived"


@pytest.mark.parametrize("status", ["Cancelled", "Scheduled", "Arrived"])
def test_it_neither_cancels_nor_checks_in(cast, status):
    coming = AppointmentFactory(date=day(1))
    press(cast.browse_as(cast.ned), coming, status, "Scheduled")
    coming.refresh_from_db()
    assert coming.status == "Scheduled"


def test_one_to_come_is_confirmed_or_missed(cast):
    client = cast.browse_as(cast.rosa)
    coming = AppointmentFactory(date=day(1))
    assert "Confirm" in client.get(url("appointment", coming)).content.decode()
    press(client, coming, "Confirmed", "Scheduled")
    today = today_at("08:00")
    press(client, today, "Did not attend", "Scheduled")
    coming.refresh_from_db(), today.refresh_from_db()
    assert (coming.status, today.status) == ("Confirmed", "Did not attend")
    page = client.get("/board/").content.decode()
    assert "Did not attend: rebook" in page
    listed = client.get(f"/appointments/?day={day(0)}&status=Did+not+attend").content.decode()
    assert str(today.patient) in listed


def test_the_board_calls_in_to_the_providers_room(cast, here):
    room = RoomFactory(room_number=204)
    works(cast.okafor_provider, day(0), "00:00", "23:45", room=room)
    page = cast.browse_as(cast.rosa).get("/board/").content.decode()
    assert f'name="room" value="{room.pk}"' in page
    assert "Call in" in page


def test_the_rooms_say_who_is_where_and_take_who_waits(cast, here):
    held, free = RoomFactory(room_number=11), RoomFactory(room_number=12)
    other = today_at("11:00", patient=cast.bo_record)
    visit = arrives(other, arrived_at=timezone.now())
    RoomStayFactory(room=held, visit=visit)
    advances(other, "Roomed")
    client = cast.browse_as(cast.ned)
    client.get("/board/rooms/")
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/board/rooms/").content.decode()
    assert "WINTER, Bo" in page
    assert f'<option value="{free.pk}">Room 12</option>' in page
    assert f'<option value="{held.pk}">' not in page
    assert len(queries) <= 11


def test_the_week_says_how_full_it_is_in_few_queries(cast):
    for n in range(5):
        works(cast.okafor_provider, day(n), "09:00", "10:00")
        AppointmentFactory(provider=cast.okafor_provider, patient=cast.ann_record, date=day(n + 7), time=time(9))
    client = cast.browse_as(cast.rosa)
    client.get("/board/week/")
    with CaptureQueriesContext(connection) as queries:
        everyone = client.get("/board/week/").content.decode()
    assert len(queries) <= 8
    assert "booked" in everyone
    one = client.get(f"/board/week/?day={day(7)}&provider={cast.okafor_provider.pk}").content.decode()
    assert "HALE, Ann" in one
    assert client.get("/board/week/?day=soon").status_code == 422
