"""Which reminders are written, when, in which words, and to whom none is."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from emr_site.tests.factories import signed
from reception.models import Appointment, Message, MessageOptOut, MessageTemplate
from reception.outbox.quiet import after_quiet_hours
from reception.outbox.reminders import plan_reminders
from reception.outbox.words import IN_LETTERS, PLACEHOLDERS, fill_in, template_for, unknown_placeholders
from reception.outbox.worker import Worker
from reception.tests.factories import AppointmentFactory, PatientFactory

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)  # a Tuesday; in winter the clinic's clock is UTC


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False), signed():
        yield


def booked(day, clock, *, long_ago=True, **patient):
    patient = PatientFactory(**{"given_name": "Ann", "phone_number": "07700 900 123", **patient})
    row = AppointmentFactory(patient=patient, date=day, time=time.fromisoformat(clock))
    if long_ago:
        Appointment.objects.filter(pk=row.pk).update(booked_at=NOON - timedelta(days=30))
    return row


def tomorrow(**patient):
    return booked(date(2026, 11, 25), "10:30", **patient)


def test_it_writes_one_reminder_however_often_it_plans(noon):
    appointment = tomorrow()
    assert (plan_reminders(), plan_reminders()) == (1, 0)
    message = Message.objects.get()
    assert (message.channel, message.recipient, message.appointment_id) == ("sms", "07700 900 123", appointment.pk)
    assert "Wednesday 25 November at 10:30" in message.body
    assert "Check-up" not in message.body + message.subject


def test_it_waits_until_the_lead_is_reached(noon):
    booked(date(2026, 11, 27), "10:30")
    assert plan_reminders() == 0


def test_it_reminds_a_second_time_on_the_day(noon):
    booked(date(2026, 11, 25), "17:00")
    assert plan_reminders() == 1
    for hours, queued in ((25, 0), (26, 1), (27, 0)):
        with time_machine.travel(NOON + timedelta(hours=hours), tick=False):
            assert plan_reminders() == queued


def test_it_does_not_remind_of_what_was_just_booked(noon):
    booked(date(2026, 11, 25), "10:30", long_ago=False)
    assert plan_reminders() == 0


@pytest.mark.parametrize(
    ("patient", "channel"),
    [
        ({"email": "ann@clinic.example"}, "sms"),
        ({"email": "ann@clinic.example", "phone_number": None}, "email"),
        ({"phone_number": None}, None),
        ({"deactivated_at": NOON}, None),
    ],
)
def test_it_takes_the_way_that_the_patient_has(noon, patient, channel):
    gone = {name: patient.pop(name) for name in ("deactivated_at",) if name in patient}
    appointment = tomorrow(**patient)
    if gone:
        type(appointment.patient).objects.filter(pk=appointment.patient_id).update(**gone)
    plan_reminders()
    assert [each.channel for each in Message.objects.all()] == ([channel] if channel else [])


def test_it_sends_no_text_message_where_only_mail_goes_out(noon, settings):
    settings.MESSAGE_TRANSPORT = "email"
    tomorrow()
    assert plan_reminders() == 0


def test_it_writes_in_the_language_of_the_patient_or_else_in_english(noon):
    tomorrow(language="es-MX", given_name="Ana")
    tomorrow(language="tlh")
    plan_reminders()
    texts = {each.language: each.body for each in Message.objects.all()}
    assert "el miércoles 25 de noviembre a las 10:30" in texts["es"]
    assert "on Wednesday 25 November" in texts["en"]


def test_every_text_that_comes_with_the_product_can_be_filled_in():
    for each in MessageTemplate.objects.all():
        known = IN_LETTERS if each.channel == "letter" else PLACEHOLDERS
        assert unknown_placeholders(each.subject + each.body, known) == []
    languages = set(MessageTemplate.objects.filter(channel="sms").values_list("language", flat=True))
    assert {"en", "es"} <= languages


def test_a_name_with_braces_is_not_read_as_a_placeholder():
    assert fill_in("{given_name}, {clinic}", {"given_name": "{clinic}", "clinic": "N"}) == "{clinic}, N"
    assert unknown_placeholders("{nme} {") == ["{nme}", "{"]
    assert template_for("no_such", "sms", "en") is None


@pytest.mark.parametrize(
    ("zone", "moment", "end"),
    [
        ("Europe/London", "2026-11-24T19:59+00:00", None),
        ("Europe/London", "2026-11-24T20:00+00:00", "2026-11-25T08:00+00:00"),
        ("Europe/London", "2026-11-25T07:59+00:00", "2026-11-25T08:00+00:00"),
        # The nights in which the clocks change: 08:00 is 08:00.
        ("Europe/London", "2026-03-28T21:00+00:00", "2026-03-29T07:00+00:00"),
        ("Europe/London", "2026-10-24T20:30+00:00", "2026-10-25T08:00+00:00"),
        ("America/New_York", "2026-03-08T03:00+00:00", "2026-03-08T12:00+00:00"),
        ("America/New_York", "2026-11-01T02:00+00:00", "2026-11-01T13:00+00:00"),
    ],
)
def test_nobody_is_written_to_in_the_quiet_hours(settings, zone, moment, end):
    settings.TIME_ZONE = zone
    found = after_quiet_hours(datetime.fromisoformat(moment))
    assert found == datetime.fromisoformat(end or moment)


def test_what_was_planned_at_night_waits_for_the_morning(noon):
    tomorrow()
    with time_machine.travel(NOON + timedelta(hours=9), tick=False):
        plan_reminders()
        assert not Worker().send_next()
    assert Message.objects.get().not_before == datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def test_a_worker_that_comes_late_keeps_the_quiet_hours_too(noon):
    tomorrow()
    plan_reminders()
    with time_machine.travel(NOON + timedelta(hours=9), tick=False):
        assert Worker().send_next()
    message = Message.objects.get()
    assert (message.state, message.attempts) == ("queued", 0)
    assert message.not_before == datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def test_a_reminder_too_late_to_help_is_not_written(noon):
    booked(date(2026, 11, 25), "08:30")
    with time_machine.travel(datetime(2026, 11, 25, 7, 0, tzinfo=UTC), tick=False):
        assert plan_reminders() == 0


def test_it_respects_who_wants_none_when_planning_and_when_sending(noon):
    first, second = tomorrow(), booked(date(2026, 11, 25), "11:30")
    MessageOptOut.objects.create(patient=first.patient, channel="sms", said_by="desk")
    assert plan_reminders() == 1
    MessageOptOut.objects.create(patient=second.patient, channel="sms", said_by="patient")
    Worker().send_next()
    message = Message.objects.get()
    assert (message.state, message.last_error) == ("cancelled", "The patient wants no messages by this channel.")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"status": "Cancelled"}, "The appointment is no longer awaited."),
        ({"time": time(15)}, "The appointment has moved."),
    ],
)
def test_what_no_longer_holds_is_not_sent(noon, change, why):
    appointment = tomorrow()
    plan_reminders()
    Appointment.objects.filter(pk=appointment.pk).update(**change, move_reason="A call", cancel_reason="Ill")
    Worker().send_next()
    message = Message.objects.get()
    assert (message.state, message.last_error) == ("cancelled", why)
    assert plan_reminders() == ("time" in change)  # the new time has a reminder of its own


def test_planning_a_busy_day_costs_few_queries(noon, django_assert_max_num_queries):
    for minute in range(30):
        booked(date(2026, 11, 25), f"10:{minute:02}")
    plan_reminders()
    with django_assert_max_num_queries(3):
        assert plan_reminders() == 0
