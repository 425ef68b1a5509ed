"""The week and the day agree on what is free; the rooms offer the likeliest first."""

from datetime import datetime, time

import pytest
import time_machine
from django.utils import timezone

from reception.board import Day
from reception.models import Appointment
from reception.tests.desk import arrives, today_at, works
from reception.tests.factories import AppointmentFactory, AppointmentTypeFactory, RoomFactory, day
from reception.tests.waiting_factories import FreedSlotFactory, SlotOfferFactory
from reception.views.rooms import choices
from reception.week import Week

pytestmark = pytest.mark.django_db


def free_in_the_week(date):
    days = [day for _, days in Week(date).providers for when, day in days if when == date and day]
    return sum(each.free for each in days)


def test_the_week_counts_as_free_what_the_day_offers(cast):
    noon = datetime.combine(day(0), time(12, 20), tzinfo=timezone.get_current_timezone())
    with time_machine.travel(noon, tick=False):
        works(cast.okafor_provider, day(0), "09:10", "17:00")
        today_at("14:00", provider=cast.okafor_provider, duration_minutes=40)
        slot = FreedSlotFactory(provider=cast.okafor_provider, date=day(0), time=time(15))
        SlotOfferFactory(freed_slot=slot)
        assert free_in_the_week(day(0)) == Day(day(0)).free_count == 15


def test_a_time_that_is_held_is_not_offered(cast):
    works(cast.okafor_provider, day(1), "09:00", "11:00")
    SlotOfferFactory(freed_slot=FreedSlotFactory(provider=cast.okafor_provider))
    (column,) = Day(day(1)).columns
    assert time(10) not in [free.time for free in column.free]


def test_the_room_of_the_provider_comes_first_and_then_the_kind_that_is_needed(cast):
    plain, usual, fit = RoomFactory(), RoomFactory(room_kind="consulting"), RoomFactory(room_kind="treatment")
    works(cast.okafor_provider, day(0), "00:00", "23:45", room=usual)
    kind = AppointmentTypeFactory(room_kind="treatment")
    row = today_at("09:00", provider=cast.okafor_provider, appointment_type=kind)
    arrives(row, arrived_at=timezone.now())
    (card,) = Day(day(0)).waiting
    assert choices(card, [plain, usual, fit]) == [(usual, True), (fit, False), (plain, False)]
    page = cast.browse_as(cast.rosa).get("/board/rooms/").content.decode()
    assert "(not treatment)" in page


def test_a_card_says_in_which_room_and_a_change_of_room_is_seen(cast):
    row = AppointmentFactory(date=day(0), time=time(9), duration_minutes=30, provider=cast.okafor_provider)
    arrives(row, arrived_at=timezone.now())
    client = cast.browse_as(cast.rosa)
    etag = client.get("/board/")["ETag"]
    for seen, number in (("Arrived", 71), ("Roomed", 72)):
        sent = {"status": "Roomed", "seen": seen, "room": RoomFactory(room_number=number).pk}
        client.post(f"/appointments/{row.pk}/advance/", sent)
        page = client.get("/board/")
        assert f"Room {number} · Check-up" in page.content.decode()
        assert page["ETag"] != etag
        etag = page["ETag"]
    assert Appointment.objects.get(pk=row.pk).status == "Roomed"
