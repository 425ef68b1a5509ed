"""The calendar file of an appointment, at the desk and behind the link."""

from datetime import UTC, date, datetime, time

import pytest
from django.test import Client
from icalendar import Calendar

from emr_site.tests.factories import signed
from reception.models import Appointment
from reception.outbox.calendar import calendar_of
from reception.outbox.link import token_of
from reception.tests.desk import url
from reception.tests.factories import AppointmentFactory

pytestmark = pytest.mark.django_db


def event_of(content):
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_the_desk_hands_out_a_file_that_calendars_read(cast):
    answer = cast.browse_as(cast.rosa).get(url("appointment_calendar", cast.ann_appointment))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    calendar, event = event_of(answer.content)
    assert calendar["METHOD"] == "PUBLISH"
    assert event["UID"].startswith(f"appointment-{cast.ann_appointment.pk}@")
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert b"Check-up" not in answer.content
    assert b"Hale" not in answer.content


def test_the_patient_gets_the_same_by_the_link(cast):
    answer = Client().get(f"/a/{token_of(cast.ann_appointment)}/appointment.ics")
    assert answer.status_code == 200
    assert event_of(answer.content)[1]["UID"].startswith(f"appointment-{cast.ann_appointment.pk}@")


@pytest.mark.parametrize(
    ("zone", "day", "clock", "utc"),
    [
        # The days on which the clocks go forward and back, after the change.
        ("Europe/London", date(2026, 3, 29), time(9), datetime(2026, 3, 29, 8, tzinfo=UTC)),
        ("Europe/London", date(2026, 10, 25), time(9), datetime(2026, 10, 25, 9, tzinfo=UTC)),
        ("America/New_York", date(2026, 3, 8), time(9), datetime(2026, 3, 8, 13, tzinfo=UTC)),
        ("America/New_York", date(2026, 11, 1), time(9), datetime(2026, 11, 1, 14, tzinfo=UTC)),
    ],
)
def test_it_is_right_on_the_days_of_the_clock_change(settings, zone, day, clock, utc):
    settings.TIME_ZONE = zone
    calendar, event = event_of(calendar_of(AppointmentFactory(date=day, time=clock)))
    assert event["DTSTART"].params["TZID"] == zone
    assert event.decoded("DTSTART").astimezone(UTC) == utc
    assert [str(each["TZID"]) for each in calendar.walk("VTIMEZONE")] == [zone]


def test_a_later_state_has_the_same_name_and_a_higher_number():
    appointment = AppointmentFactory()
    _, first = event_of(calendar_of(appointment))
    with signed():
        Appointment.objects.filter(pk=appointment.pk).update(time=time(15), move_reason="A call")
        Appointment.objects.filter(pk=appointment.pk).update(status="Cancelled", cancel_reason="Ill")
    appointment.refresh_from_db()
    calendar, last = event_of(calendar_of(appointment))
    assert last["UID"] == first["UID"]
    assert last["SEQUENCE"] > first["SEQUENCE"]
    assert (calendar["METHOD"], last["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (str(first["ORGANIZER"]), last["ORGANIZER"].params["CN"]) == (
        "mailto:desk@clinic.example",
        "Northgate Clinic",
    )
    assert ("To change it" in first["DESCRIPTION"], "To change it" in last["DESCRIPTION"]) == (True, False)
