"""Whom can be booked when, in the database and in words: hours, exceptions, closed days, and who may pass them over."""

from datetime import time

import pytest
from django.contrib.auth.models import Permission

from clinical.tests.acting import assert_refused, shown, sql
from emr_site.tests.factories import signed
from reception.models import Appointment
from reception.schedule import schedule_of
from reception.tests.desk import acts, url, works
from reception.tests.factories import AppointmentFactory, AppointmentTypeFactory, PlaceFactory, RoomFactory, day
from reception.tests.schedule_factories import HolidayFactory, ProviderExceptionFactory

pytestmark = pytest.mark.django_db
INSERT = "INSERT INTO Appointment (patient_id, provider_id, date, time, duration_minutes) VALUES (%s, %s, %s, %s, 15)"


@pytest.fixture
def okafor(cast):
    """Dr Okafor works tomorrow from 9 to 12 and from 13 to 17."""
    works(cast.okafor_provider, day(1), "09:00", "12:00")
    works(cast.okafor_provider, day(1), "13:00", "17:00")
    return cast.okafor_provider


def every_way(cast, provider, at):
    values = (cast.bo_record.pk, provider.pk, day(1), at)
    return (
        sql(INSERT, *values),
        sql("CALL CreateAppointment(%s, %s, %s, %s, NULL)", *values),
        lambda: Appointment.objects.create(patient=cast.bo_record, provider=provider, date=day(1), time=at),
    )


def book(client, patient, **typed):
    address = url("create_appointment", patient)
    return client.post(address, shown(client, address) | {"date": str(day(1)), "time": "10:00"} | typed)


@pytest.mark.parametrize("at", ["03:00", "08:55", "11:50", "12:30", "16:50", "17:00"])
def test_nobody_is_booked_outside_of_the_hours(cast, okafor, at):
    assert_refused("outside_hours", *every_way(cast, okafor, time.fromisoformat(at)))


@pytest.mark.parametrize("at", ["09:00", "11:45", "13:00", "16:45"])
def test_the_hours_are_booked_to_their_edges(cast, okafor, at):
    AppointmentFactory(provider=okafor, time=time.fromisoformat(at))


def test_nobody_is_booked_on_a_closed_day(cast, okafor):
    HolidayFactory()
    assert_refused("clinic_closed", *every_way(cast, okafor, time(10)))


def test_a_place_that_is_closed_closes_its_own_hours_alone(cast):
    here, there = PlaceFactory(), PlaceFactory()
    HolidayFactory(place=here)
    works(cast.okafor_provider, day(1), "09:00", "12:00", place=here)
    works(cast.okafor_provider, day(1), "13:00", "17:00", place=there)
    assert_refused("outside_hours", *every_way(cast, cast.okafor_provider, time(10)))
    AppointmentFactory(provider=cast.okafor_provider, time=time(14))


def test_nobody_is_booked_with_one_who_is_away(cast, okafor):
    ProviderExceptionFactory(provider=okafor, starts=time(9), ends=time(11))
    assert_refused("outside_hours", *every_way(cast, okafor, time(10, 50)))
    AppointmentFactory(provider=okafor, time=time(11))


def test_extra_hours_are_hours_even_on_a_closed_day(cast, okafor):
    HolidayFactory()
    ProviderExceptionFactory(provider=okafor, kind="in", starts=time(18), ends=time(20))
    AppointmentFactory(provider=okafor, time=time(18))
    assert [(each.starts, each.ends) for each in schedule_of(day(1)).stretches] == [(18 * 60, 20 * 60)]


def test_what_is_past_is_not_judged_by_todays_hours(cast, okafor):
    AppointmentFactory(provider=okafor, date=day(-6), time=time(3))


def test_the_schedule_says_what_the_database_says(cast, okafor):
    ProviderExceptionFactory(provider=okafor, starts=time(10), ends=time(14))
    stretches = [(each.starts, each.ends) for each in schedule_of(day(1)).stretches]
    assert stretches == [(9 * 60, 10 * 60), (14 * 60, 17 * 60)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"time": "03:00"}, "works from 09:00 to 12:00 and 13:00 to 17:00"),
        ({"date": str(day(2)), "time": "10:00"}, "does not work on"),
    ],
)
def test_the_page_says_when_they_work_and_keeps_what_was_typed(cast, okafor, typed, sentence):
    response = book(cast.browse_as(cast.rosa), cast.ann_record, provider=okafor.pk, reason="Cough", **typed)
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert 'value="Cough"' in page
    assert not Appointment.objects.exists()


def test_the_page_names_the_closed_day_and_why_someone_is_away(cast, okafor):
    client = cast.browse_as(cast.rosa)
    ProviderExceptionFactory(provider=okafor, reason="Training")
    assert "Training" in book(client, cast.ann_record, provider=okafor.pk).content.decode()
    HolidayFactory(name="Midsummer")
    assert "closed on" in book(client, cast.ann_record, provider=okafor.pk).content.decode()
    assert "Midsummer" in book(client, cast.ann_record, provider=okafor.pk).content.decode()


def test_only_who_has_the_right_books_all_the_same_and_it_is_recorded(cast, okafor):
    AppointmentFactory(provider=okafor, time=time(10))
    typed = {"provider": okafor.pk, "overbook": "on"}
    assert book(cast.browse_as(cast.rosa), cast.ann_record, **typed).status_code == 422
    with signed():
        cast.rosa.user_permissions.add(Permission.objects.get(codename="overbook_appointment"))
    assert book(cast.browse_as(cast.rosa), cast.ann_record, **typed).status_code == 302
    booked = Appointment.objects.get(patient=cast.ann_record)
    assert booked.overbooked_by == cast.rosa
    page = cast.browse_as(cast.rosa).get(f"/board/?day={day(1)}").content.decode()
    assert "Overbooked" in page


def test_beside_an_overbooked_time_nobody_else_is_booked(cast, okafor):
    with acts(cast.ada):
        AppointmentFactory(provider=okafor, time=time(10), overbooked_by=cast.ada)
    assert_refused("slot_taken", *every_way(cast, okafor, time(10)))
    first = AppointmentFactory(provider=okafor, time=time(11))
    with acts(cast.ada):
        second = AppointmentFactory(provider=okafor, time=time(11), overbooked_by=cast.ada)
    take_back = "UPDATE Appointment SET overbooked_by = NULL WHERE appointment_id = %s"
    assert_refused("slot_taken", sql(take_back, second.pk))
    assert first.pk


def test_hours_of_one_day_never_overlap(cast, okafor):
    insert = "INSERT INTO ProviderHours (provider_id, weekday, starts, ends) VALUES (%s, %s, '11:00', '14:00')"
    assert_refused("provider_hours_overlap", sql(insert, okafor.pk, day(1).weekday()))


@pytest.mark.parametrize(
    ("columns", "rule"),
    [
        ({"starts": time(9)}, "provider_exception_both_times"),
        ({"kind": "in"}, "provider_exception_both_times"),
        ({"last_day": day(0)}, "provider_exception_days_in_order"),
        ({"starts": time(10), "ends": time(9)}, "provider_exception_end_after_start"),
        ({"kind": "ill", "starts": time(9), "ends": time(10)}, "provider_exception_kind_known"),
    ],
)
def test_an_exception_makes_sense(cast, columns, rule):
    assert_refused(rule, lambda: ProviderExceptionFactory(provider=cast.okafor_provider, **columns))


def test_a_day_is_closed_once(cast):
    HolidayFactory()
    assert_refused("holiday_once", HolidayFactory)


def test_a_type_gives_its_length_and_its_preparation(cast, okafor):
    kind = AppointmentTypeFactory(name="Fasting bloods", duration_minutes=25, preparation="Eat nothing before.")
    client = cast.browse_as(cast.rosa)
    assert book(client, cast.ann_record, provider=okafor.pk, appointment_type=kind.pk).status_code == 302
    booked = Appointment.objects.get()
    assert (booked.duration_minutes, booked.appointment_type) == (25, kind)
    page = client.get(url("appointment", booked)).content.decode()
    assert "Fasting bloods" in page
    assert "Eat nothing before." in page


def test_the_board_shows_who_is_away_and_why(cast, okafor):
    ProviderExceptionFactory(provider=okafor, starts=time(13), ends=time(17), reason="Training")
    works(cast.lund_provider, day(1), "09:00", "17:00", room=RoomFactory())
    columns = cast.browse_as(cast.rosa).get(f"/board/?day={day(1)}").context["day"].columns
    assert "Training" in [shut.word for column in columns for shut in column.closed]
