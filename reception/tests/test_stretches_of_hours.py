"""Stretches of a provider's hours: those that touch are one, a room is one provider's, an absence is written once."""

from datetime import time

import pytest

from clinical.tests.acting import assert_refused, sql
from reception.schedule import schedule_of
from reception.tests.desk import works
from reception.tests.factories import AppointmentFactory, PlaceFactory, RoomFactory, day
from reception.tests.schedule_factories import ProviderExceptionFactory
from reception.tests.test_working_time import INSERT, every_way

pytestmark = pytest.mark.django_db


@pytest.fixture
def okafor(cast):
    """Dr Okafor works tomorrow from 9 to 12 and from 13 to 17."""
    works(cast.okafor_provider, day(1), "09:00", "12:00")
    works(cast.okafor_provider, day(1), "13:00", "17:00")
    return cast.okafor_provider


def test_stretches_that_touch_at_one_place_are_one(cast, okafor):
    works(okafor, day(1), "12:00", "13:00")
    AppointmentFactory(provider=okafor, time=time(11, 50), duration_minutes=80)
    elsewhere = PlaceFactory()
    works(okafor, day(1), "17:00", "19:00", place=elsewhere)
    assert_refused("outside_hours", *every_way(cast, okafor, time(16, 55)))
    ProviderExceptionFactory(provider=okafor, kind="in", starts=time(19), ends=time(20), place=elsewhere)
    AppointmentFactory(provider=okafor, time=time(18, 55))
    spans = [(each.starts, each.ends) for each in schedule_of(day(1)).spans(okafor)]
    assert spans == [(9 * 60, 17 * 60), (17 * 60, 20 * 60)]


def test_today_has_its_hours_also_where_utc_is_in_tomorrow(cast, okafor):
    works(okafor, day(-1), "09:00", "12:00")
    assert_refused("outside_hours", sql(INSERT, cast.bo_record.pk, okafor.pk, day(-1), "03:00"))


def test_two_providers_never_have_one_room_at_once(cast, okafor):
    room = RoomFactory()
    first = works(cast.lund_provider, day(2), "09:00", "12:00", room=room)
    insert = (
        "INSERT INTO ProviderHours (provider_id, weekday, starts, ends, room_id) VALUES (%s, %s, '11:00', '14:00', %s)"
    )
    assert_refused("provider_hours_room_taken", sql(insert, okafor.pk, day(2).weekday(), room.pk))
    second = works(okafor, day(2), "12:00", "14:00", room=room)
    longer = "UPDATE ProviderHours SET ends = '12:30' WHERE provider_hours_id = %s"
    assert_refused("provider_hours_room_taken", sql(longer, first.pk))
    assert second.pk


def test_the_same_days_away_are_written_once(cast):
    ProviderExceptionFactory(provider=cast.okafor_provider)
    assert_refused("provider_exception_once", lambda: ProviderExceptionFactory(provider=cast.okafor_provider))
