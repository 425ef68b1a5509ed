"""Coming again and again: booked all or none, and each moved without the others."""

from datetime import time, timedelta

import pytest

from clinical.tests.acting import assert_refused, shown, sql
from reception.models import Appointment, AppointmentSeries
from reception.tests.desk import url
from reception.tests.factories import AppointmentFactory, AppointmentSeriesFactory, day
from reception.tests.schedule_factories import HolidayFactory

pytestmark = pytest.mark.django_db


def book(client, patient, provider, **typed):
    address = url("create_appointment", patient)
    form = {"provider": provider.pk, "date": str(day(1)), "time": "10:00", "times": "6", "every_weeks": "1"}
    return client.post(address, shown(client, address) | form | typed)


def test_it_books_the_same_weekday_and_time_six_times(cast):
    response = book(cast.browse_as(cast.rosa), cast.ann_record, cast.okafor_provider)
    assert response.status_code == 302
    rows = Appointment.objects.order_by("date")
    assert [row.date for row in rows] == [day(1) + timedelta(weeks=n) for n in range(6)]
    assert {(row.time, row.series_id) for row in rows} == {(time(10), AppointmentSeries.objects.get().pk)}


def test_pressed_twice_it_books_one_series(cast):
    client, address = cast.browse_as(cast.rosa), url("create_appointment", cast.ann_record)
    typed = {"provider": cast.okafor_provider.pk, "date": str(day(1)), "time": "10:00", "times": "3"}
    form = shown(client, address) | typed
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 302]
    assert Appointment.objects.count() == 3


def test_it_books_none_where_one_is_taken_and_says_which(cast):
    taken = AppointmentFactory(provider=cast.okafor_provider, date=day(15), time=time(10))
    response = book(cast.browse_as(cast.rosa), cast.ann_record, cast.okafor_provider)
    assert response.status_code == 422
    assert f"the time is taken: {taken.date:%d-%b-%Y}" in response.content.decode()
    assert list(Appointment.objects.all()) == [taken]
    assert not AppointmentSeries.objects.exists()


def test_it_says_which_days_are_closed(cast):
    closed = HolidayFactory(date=day(8))
    response = book(cast.browse_as(cast.rosa), cast.ann_record, cast.okafor_provider)
    assert response.status_code == 422
    assert f"do not go: {closed.date:%d-%b-%Y}" in response.content.decode()
    assert not Appointment.objects.exists()


@pytest.mark.parametrize(("field", "value"), [("times", "99"), ("times", "x"), ("every_weeks", "40")])
def test_it_refuses_what_is_no_series(cast, field, value):
    response = book(cast.browse_as(cast.rosa), cast.ann_record, cast.okafor_provider, **{field: value})
    assert response.status_code == 422
    assert f'value="{value}"' in response.content.decode()
    assert not Appointment.objects.exists()


def test_one_is_moved_without_the_others(cast):
    client = cast.browse_as(cast.rosa)
    book(client, cast.ann_record, cast.okafor_provider, times="3")
    first, second, third = Appointment.objects.order_by("date")
    address = url("move_appointment", second)
    typed = {"date": str(day(9)), "time": "15:00", "move_reason": "A journey"}
    assert client.post(address, shown(client, address) | typed).status_code == 302
    second.refresh_from_db()
    assert (second.date, second.time, second.series_id) == (day(9), time(15), first.series_id)
    assert list(Appointment.objects.exclude(pk=second.pk).order_by("date")) == [first, third]
    page = client.get(url("appointment", first)).content.decode()
    assert "every week, 3 times" in page
    assert "15:00" in page


def test_a_series_is_of_one_patient(cast):
    series = AppointmentSeriesFactory(patient=cast.ann_record)
    insert = (
        "INSERT INTO Appointment (patient_id, provider_id, date, time, appointment_series_id)"
        " VALUES (%s, %s, %s, '09:00', %s)"
    )
    values = (cast.bo_record.pk, cast.okafor_provider.pk, day(1), series.pk)
    assert_refused("appointment_series_of", sql(insert, *values))
    for columns, rule in (({"times": 1}, "series_times_sensible"), ({"every_weeks": 0}, "series_every_weeks_sensible")):
        assert_refused(rule, lambda columns=columns: AppointmentSeriesFactory(**columns))
