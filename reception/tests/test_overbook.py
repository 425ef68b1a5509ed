"""Booking beside another: a right, in one's own name, and never at a time that is held or that no clock shows."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission

from clinical.tests.acting import assert_refused, send, sql
from emr_site.tests.factories import signed
from reception.models import Appointment
from reception.tests.desk import acts, url
from reception.tests.factories import AppointmentFactory, day
from reception.tests.waiting_factories import SlotOfferFactory

pytestmark = pytest.mark.django_db
INSERT = "INSERT INTO Appointment (patient_id, provider_id, date, time, overbooked_by) VALUES (%s, %s, %s, '10:00', %s)"
SPRING_NIGHT = date(2027, 3, 28)


@pytest.fixture
def taken(cast):
    return AppointmentFactory(patient=cast.ann_record, provider=cast.okafor_provider, time=time(10))


def beside(cast, user):
    return sql(INSERT, cast.bo_record.pk, cast.okafor_provider.pk, day(1), user.pk)


def allow(user):
    with signed():
        user.user_permissions.add(Permission.objects.get(codename="overbook_appointment"))


def test_nobody_overbooks_without_the_right_or_in_anothers_name(cast, taken):
    with acts(cast.rosa):
        assert_refused("overbooking_is_a_right", beside(cast, cast.rosa), beside(cast, cast.ada))
    assert_refused("overbooking_is_a_right", beside(cast, cast.ada))
    with acts(cast.ada):
        beside(cast, cast.ada)()
    allow(cast.rosa)
    with acts(cast.rosa):
        beside(cast, cast.rosa)()


def test_who_has_left_has_no_right_any_more(cast, taken):
    with signed():
        type(cast.ada).objects.filter(pk=cast.ada.pk).update(is_active=False)
    with acts(cast.ada):
        assert_refused("overbooking_is_a_right", beside(cast, cast.ada))


def test_what_is_overbooked_moves_beside_nobody_in_the_name_of_who_booked_it(cast, taken):
    with acts(cast.ada):
        row = AppointmentFactory(provider=taken.provider, time=time(10), overbooked_by=cast.ada)
    move = "UPDATE Appointment SET time = '10:05', move_reason = 'x' WHERE appointment_id = %s"
    take = "UPDATE Appointment SET overbooked_by = %s WHERE appointment_id = %s"
    with acts(cast.rosa):
        assert_refused("overbooking_is_a_right", sql(move, row.pk), sql(take, cast.rosa.pk, row.pk))
    with acts(cast.ada):
        sql(move, row.pk)()
    with acts(cast.rosa):
        Appointment.objects.filter(pk=row.pk).update(status="Cancelled", cancel_reason="Ill")


def test_a_time_that_is_held_is_nobodys(cast):
    offer = SlotOfferFactory(date=day(1), time=time(10), provider=cast.okafor_provider)
    assert offer.is_held
    with acts(cast.ada):
        assert_refused("slot_held", beside(cast, cast.ada))


def test_no_right_makes_a_time_that_no_clock_shows(cast, settings):
    settings.TIME_ZONE = "Europe/London"
    allow(cast.rosa)
    typed = {"provider": cast.okafor_provider.pk, "date": str(SPRING_NIGHT), "time": "01:30", "overbook": "on"}
    with time_machine.travel(datetime.combine(SPRING_NIGHT - timedelta(days=3), time(9), tzinfo=UTC)):
        client = cast.browse_as(cast.rosa)
        response = send(client, url("create_appointment", cast.ann_record), **typed)
        assert response.status_code == 422
        assert "The clocks go forward" in response.content.decode()
        assert (
            send(client, url("create_appointment", cast.ann_record), **(typed | {"time": "09:00"})).status_code == 302
        )
