"""A message that cannot be written or sent stops nobody else, is seen at the desk, and is written anew there."""

from datetime import time, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from emr_site.tests.factories import signed
from reception.models import Appointment, Message, MessageOptOut, MessageTemplate, Patient
from reception.outbox import notices, reminders
from reception.outbox.queueing import UNWRITTEN
from reception.outbox.worker import WAITS_MINUTES, Worker
from reception.tests.desk import url
from reception.tests.factories import AppointmentFactory, PatientFactory, ProviderFactory, day
from reception.tests.message_factories import MessageFactory
from reception.tests.test_messages import in_state
from reception.tests.waiting_factories import SlotOfferFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_quiet_hours")]
LONG = "{given_name}: your appointment with {provider} on {date} at {time}, {clinic}, {place}"
BROKEN = "Dear {nobody}"


def words(code, **columns):
    with signed():
        MessageTemplate.objects.filter(code=code, channel="email", language="en").update(**columns)


def reminded_of(**fields):
    row = AppointmentFactory(date=day(1), **fields)
    with signed():
        Appointment.objects.filter(pk=row.pk).update(booked_at=timezone.now() - timedelta(days=9))
    return row


def test_a_subject_that_grows_too_long_is_cut():
    words("appointment_reminder", subject=LONG)
    reminded_of(patient=PatientFactory(email="a@clinic.example", given_name="Maria" * 15), time=time(23))
    with signed():
        assert reminders.plan_reminders() == 1
    message = Message.objects.get()
    assert (message.state, len(message.subject)) == ("queued", 150)


def test_one_that_cannot_be_written_is_seen_at_the_desk_and_the_others_go_out(caplog):
    words("appointment_reminder", body=BROKEN)
    bad = reminded_of(patient=PatientFactory(email="secret@clinic.example"), time=time(22))
    good = reminded_of(patient=PatientFactory(phone_number="07700 900 123"), time=time(23))
    call_command("work", "--once")
    states = dict(Message.objects.values_list("appointment", "state"))
    assert states == {bad.pk: "failed", good.pk: "sent"}
    assert f"appointment_reminder:{bad.pk}" in caplog.text
    assert "secret@" not in caplog.text
    with signed():
        assert reminders.plan_reminders() == 0


def test_a_booking_stands_whatever_becomes_of_its_news(monkeypatch):
    words("appointment_booked", body=BROKEN)
    row = AppointmentFactory(patient=PatientFactory(email="a@clinic.example"))
    with signed():
        assert not notices.tell(row.pk)
        assert Message.objects.get().body == UNWRITTEN
        monkeypatch.setattr(notices, "way_to", lambda *_: 1 / 0)
        assert not notices.tell(row.pk)


def test_what_stops_the_program_each_time_is_given_up():
    message = MessageFactory(attempts=len(WAITS_MINUTES))
    worker = Worker(claim_takes=timedelta(0))
    with signed():
        worker.claim()
        worker.bury_the_dead()
    message.refresh_from_db()
    assert message.state == "failed"


def test_the_board_says_when_messages_wait_for_want_of_a_worker(cast):
    desk, late = cast.browse_as(cast.rosa), timezone.now() - timedelta(minutes=11)
    MessageFactory(not_before=timezone.now() - timedelta(minutes=9))
    assert "Messages waiting longer" not in desk.get("/board/").text
    MessageFactory(not_before=late)
    page = desk.get("/board/").text
    assert "Messages waiting longer than they should" in page
    assert "/messages/?state=waiting" in page


def test_a_round_that_fails_does_not_end_the_worker(monkeypatch, caplog):
    monkeypatch.setattr("reception.management.commands.work.plan_reminders", lambda: 1 / 0)
    message = MessageFactory()
    call_command("work", "--once")
    message.refresh_from_db()
    assert message.state == "sent"
    assert "ZeroDivisionError" in caplog.text


@pytest.fixture
def failed():
    row = AppointmentFactory(date=day(3), patient=PatientFactory(phone_number="07700 900 12"))
    return in_state(
        "failed", patient=row.patient, appointment=row, about_date=row.date, about_time=row.time,
        recipient="07700 900 12", dedup_key="appointment_reminder:1",
    )  # fmt: skip


def again(cast, message):
    page = cast.browse_as(cast.rosa).post(url("send_message_again", message), follow=True).text
    message.refresh_from_db()
    return page


def test_sent_again_it_goes_to_the_number_of_today(cast, failed):
    with signed():
        Patient.objects.filter(pk=failed.patient_id).update(phone_number="07700 900 123")
    assert "sent again" in again(cast, failed)
    assert failed.state == "cancelled"
    new = Message.objects.exclude(pk=failed.pk).get()
    assert (new.recipient, new.state, new.purpose) == ("07700 900 123", "queued", failed.purpose)
    assert new.dedup_key == f"appointment_reminder:1#{failed.pk}"


def test_sent_again_it_goes_by_the_channel_that_is_left(cast, failed):
    with signed():
        Patient.objects.filter(pk=failed.patient_id).update(email="pat@clinic.example")
        MessageOptOut.objects.create(patient_id=failed.patient_id, channel="sms", said_by="desk")
    again(cast, failed)
    assert Message.objects.exclude(pk=failed.pk).get().recipient == "pat@clinic.example"


@pytest.mark.parametrize(
    ("patient", "appointment", "sentence"),
    [
        ({"phone_number": None}, {}, "no way to be written to"),
        ({}, {"status": "Cancelled", "cancel_reason": "Ill"}, "no longer true"),
    ],
)
def test_what_cannot_be_sent_again_stays_as_it_is(cast, failed, patient, appointment, sentence):
    with signed():
        Patient.objects.filter(pk=failed.patient_id).update(**{"city": "York"} | patient)
        Appointment.objects.filter(pk=failed.appointment_id).update(**{"reason": "Knee"} | appointment)
    assert sentence in again(cast, failed)
    assert (failed.state, Message.objects.count()) == ("failed", 1)


def test_an_offer_is_written_anew_while_it_is_held(cast):
    offer = SlotOfferFactory()
    key = {"purpose": "slot_offer", "patient": offer.patient, "dedup_key": f"slot_offer:{offer.pk}"}
    again(cast, in_state("failed", **key))
    with signed():
        Worker().send_next()
    assert Message.objects.latest("pk").state == "sent"


def test_a_reminder_that_names_another_doctor_does_not_go_out():
    row = reminded_of(patient=PatientFactory(phone_number="07700 900 123"), time=time(23))
    new = ProviderFactory(family_name="Newdoctor")
    with signed():
        reminders.plan_reminders()
        Appointment.objects.filter(pk=row.pk).update(provider=new, move_reason="Ill")
        Worker().send_next()
        assert Message.objects.get().last_error == "The appointment is with somebody else now."
        assert reminders.plan_reminders() == 1
    assert "cancelled" in {each.state for each in Message.objects.all()}


def test_the_list_says_what_each_is_about(cast, failed):
    page = cast.browse_as(cast.rosa).get("/messages/").text
    assert "Reminder of an appointment" in page
    assert url("appointment", failed.appointment) in page
    assert failed.pk
