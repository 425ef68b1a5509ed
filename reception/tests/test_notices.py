"""News of an appointment for its patient: written with the desk's own press, once, and only while it is true."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from icalendar import Calendar

from clinical.tests.acting import send, shown
from emr_site.tests.factories import signed
from reception import procedures
from reception.models import Appointment, Message, MessageOptOut, MessageTemplate, Patient, Purpose
from reception.outbox import answers, notices
from reception.outbox.worker import Worker
from reception.tests.desk import advances, url
from reception.tests.factories import AppointmentFactory, PatientFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_quiet_hours")]
MOVED = {"move_reason": "The patient asked", "date": str(day(2)), "time": "14:00", "duration_minutes": "30"}


@pytest.fixture
def desk(cast):
    return cast.browse_as(cast.rosa)


def typed(cast, **other):
    when = {"provider": str(cast.okafor_provider.pk), "date": str(day(1)), "time": "9:30", "reason": "Cough"}
    return when | other


def book(cast, desk, **other):
    return send(desk, url("create_appointment", cast.ann_record), **typed(cast, **other))


def test_booking_tells_the_patient_without_a_word_of_why(cast, desk):
    assert book(cast, desk).status_code == 302
    message = Message.objects.get()
    assert (message.purpose, message.channel, message.recipient) == ("appointment_booked", "sms", "01632 960 201")
    assert message.appointment == Appointment.objects.get()
    assert "at 9:30am" in message.body
    assert "Cough" not in message.body


def test_pressed_twice_it_tells_once(cast, desk):
    address = url("create_appointment", cast.ann_record)
    form = shown(desk, address) | typed(cast)
    assert [desk.post(address, form).status_code for _ in range(2)] == [302, 302]
    assert Message.objects.count() == 1
    assert not notices.tell(Appointment.objects.get().pk)


def test_what_is_refused_tells_nobody(cast, desk):
    assert book(cast, desk, date="1/1/2020").status_code == 422
    assert send(desk, url("move_appointment", cast.ann_appointment), date="soon").status_code == 422
    assert not Message.objects.exists()


def test_moving_tells_the_new_time_each_time(cast, desk):
    row = cast.ann_appointment
    for clock in ("14:00", "15:00", "14:00"):
        send(desk, url("move_appointment", row), **(MOVED | {"time": clock}))
    messages = Message.objects.order_by("id")
    assert [(each.purpose, f"{each.about_time:%H:%M}") for each in messages] == [
        ("appointment_moved", "14:00"), ("appointment_moved", "15:00"), ("appointment_moved", "14:00"),
    ]  # fmt: skip


def test_another_length_is_no_news_and_another_provider_is(cast, desk):
    row, same = cast.ann_appointment, {"move_reason": "As it must be", "time": "10:30"}
    assert send(desk, url("move_appointment", row), **same, duration_minutes="30").status_code == 302
    assert not Message.objects.exists()
    send(desk, url("move_appointment", row), **same, provider=str(cast.lund_provider.pk))
    assert "Lund" in Message.objects.get().body


def test_cancelling_tells_and_the_worker_sends_it(cast, desk):
    row = cast.ann_appointment
    send(desk, url("cancel_appointment", row), cancel_reason="The doctor is ill")
    message = Message.objects.get()
    assert message.purpose == "appointment_cancelled"
    assert "ill" not in message.body
    with signed():
        Worker().send_next()
    message.refresh_from_db()
    assert message.state == "sent"


def test_news_that_is_no_longer_true_is_not_sent(cast, desk):
    book(cast, desk)
    row = Appointment.objects.get()
    send(desk, url("move_appointment", row), **MOVED)
    send(desk, url("cancel_appointment", row), cancel_reason="Better")
    with signed():
        while Worker().send_next():
            pass
    states = dict(Message.objects.values_list("purpose", "state"))
    assert states == {
        "appointment_booked": "cancelled", "appointment_moved": "cancelled", "appointment_cancelled": "sent",
    }  # fmt: skip


def test_who_cancels_by_the_link_is_not_told_of_it(cast):
    row = cast.ann_appointment
    with signed():
        answers.cancel(row, seen=row.version)
    assert not Message.objects.exists()


def test_other_steps_and_other_writers_tell_nothing(cast, settings):
    row = cast.ann_appointment
    advances(row, "Confirmed")
    with signed():
        assert not notices.tell(row.pk)
        procedures.create_appointment(cast.ann_record.pk, provider_id=row.provider_id, date=day(3), time="10:00")
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    "columns", [{"phone_number": None}, {"deactivated_at": timezone.now()}, {"deceased_on": day(-1)}]
)
def test_it_writes_to_nobody_who_cannot_be_written_to(columns):
    row = AppointmentFactory(patient=PatientFactory(phone_number="07700 900 123"))
    with signed():
        Patient.objects.filter(pk=row.patient_id).update(**columns)
        assert not notices.tell(row.pk)


def test_an_opt_out_and_the_setting_are_respected(settings):
    row = AppointmentFactory(patient=PatientFactory(phone_number="07700 900 123", email="pat@clinic.example"))
    with signed():
        MessageOptOut.objects.create(patient=row.patient, channel="sms", said_by="desk")
        settings.MESSAGE_NOTICES = False
        assert not notices.tell(row.pk)
        settings.MESSAGE_NOTICES = True
        assert notices.tell(row.pk)
    assert Message.objects.get().channel == "email"


def test_who_books_for_the_next_hour_hears_nothing_and_who_loses_it_does():
    patient = PatientFactory(phone_number="07700 900 123")
    with time_machine.travel(timezone.localtime().replace(hour=10, minute=0), tick=False), signed():
        row = AppointmentFactory(patient=patient, date=day(0))
        assert not notices.tell(row.pk)
        procedures.cancel_appointment(row.pk, seen=row.version, cancel_reason="Ill")
        assert notices.tell(row.pk)


def test_nobody_is_woken_for_it(settings):
    settings.MESSAGE_QUIET_HOURS = "20:00-08:00"
    patient = PatientFactory(phone_number="07700 900 123")
    night = timezone.localtime().replace(hour=22, minute=0) + timedelta(days=1)
    with time_machine.travel(night, tick=False), signed():
        early = AppointmentFactory(patient=patient, date=day(1), time="08:00")
        late = AppointmentFactory(patient=patient, date=day(1), time="10:30")
        assert [notices.tell(each.pk) for each in (early, late)] == [False, True]
    assert timezone.localtime(Message.objects.get().not_before).hour == 8


def test_a_mail_brings_the_appointment_for_the_calendar(settings):
    settings.MESSAGE_TRANSPORT = "email"
    row = AppointmentFactory(patient=PatientFactory(email="pat@clinic.example", language="de"))
    with signed():
        notices.tell(row.pk)
        Worker().send_next()
    (part,) = mail.outbox[0].attachments
    (event,) = Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT")
    assert (part.get_filename(), part.get_content_type(), part.get_param("method")) == (
        "appointment.ics", "text/calendar", "PUBLISH",
    )  # fmt: skip
    assert event["UID"].split("@")[0] == f"appointment-{row.pk}"
    assert event["ORGANIZER"].endswith("clinic.example")
    assert mail.outbox[0].subject.endswith("ist gebucht")


def test_every_news_has_words_in_each_language_and_channel():
    for purpose in (Purpose.BOOKED, Purpose.SERIES, Purpose.MOVED, Purpose.CANCELLED):
        found = set(MessageTemplate.objects.filter(code=purpose).values_list("channel", "language"))
        assert found == {(channel, language) for channel in ("sms", "email") for language in ("en", "es", "fr", "de")}
