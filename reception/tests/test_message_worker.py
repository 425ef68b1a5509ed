"""One message through the worker: sent, tried again, given up, asked about; and what the database allows."""

from datetime import timedelta
from smtplib import SMTPConnectError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from audit.models import AuditLog
from emr_site.db import refusal_code
from emr_site.tests.factories import signed
from reception.models import Message, OutboxDelivery
from reception.outbox.worker import WAITS_MINUTES, Worker
from reception.tests.message_factories import MessageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _by_day(no_quiet_hours):
    with signed():
        yield


@pytest.fixture
def by_mail(settings):
    settings.MESSAGE_TRANSPORT = "email"
    return MessageFactory(channel="email", recipient="ann@clinic.example", subject="Hello", language="es")


def sent(message):
    Worker().send_next()
    message.refresh_from_db()
    return message.state


def failing(monkeypatch, error, *, on="send_messages"):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr(EmailBackend, on, fail)


def test_it_stands_in_the_outbox():
    message = MessageFactory()
    assert sent(message) == "sent"
    assert OutboxDelivery.objects.get().message_id == message.pk
    assert message.sent_at
    assert AuditLog.objects.filter(table_name="Message", record_id=message.pk, action="U").exists()


def test_it_waits_for_its_time():
    MessageFactory(not_before=timezone.now() + timedelta(minutes=1))
    assert not Worker().send_next()


def test_it_goes_out_as_a_mail_with_a_name_of_its_own(by_mail):
    assert sent(by_mail) == "sent"
    assert mail.outbox[0].to == ["ann@clinic.example"]
    assert (
        mail.outbox[0].extra_headers["Message-ID"] == by_mail.transport_id == f"<message-{by_mail.pk}@clinic.example>"
    )


def test_it_tries_again_after_growing_waits_and_then_fails(by_mail, monkeypatch):
    failing(monkeypatch, SMTPConnectError(421, b"ann@clinic.example is busy"), on="open")
    waits = []
    for _ in WAITS_MINUTES:
        assert sent(by_mail) == "queued"
        waits.append(round((by_mail.not_before - timezone.now()).total_seconds() / 60))
        Message.objects.filter(pk=by_mail.pk).update(not_before=timezone.now())
    assert waits == list(WAITS_MINUTES) == sorted(waits)
    assert sent(by_mail) == "failed"
    assert "ann" not in by_mail.last_error


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (SMTPRecipientsRefused({"ann@clinic.example": (550, b"unknown")}), "failed"),
        (SMTPRecipientsRefused({"ann@clinic.example": (450, b"later")}), "queued"),
        (SMTPServerDisconnected("gone"), "unclear"),
        (TimeoutError(), "unclear"),
        (RuntimeError("ann"), "unclear"),
    ],
)
def test_it_tells_what_may_have_been_sent_from_what_was_not(by_mail, monkeypatch, error, state):
    failing(monkeypatch, error)
    assert sent(by_mail) == state
    assert "ann" not in by_mail.last_error


def test_a_channel_without_a_transport_fails(by_mail):
    assert sent(MessageFactory(not_before=timezone.now() - timedelta(hours=1))) == "failed"


@pytest.mark.parametrize(
    ("transport", "channel", "state"), [("outbox", "sms", "queued"), ("email", "email", "unclear")]
)
def test_it_takes_over_what_a_dead_worker_left(settings, transport, channel, state):
    settings.MESSAGE_TRANSPORT = transport
    message = MessageFactory(channel=channel)
    Worker().claim()
    Worker().bury_the_dead()
    message.refresh_from_db()
    assert message.state == "sending"  # it may well be alive
    Worker(claim_takes=timedelta(0)).bury_the_dead()
    message.refresh_from_db()
    assert message.state == state


def test_who_has_lost_the_claim_does_not_send():
    message, slow = MessageFactory(), Worker()
    slow.claim()
    Worker(claim_takes=timedelta(0)).bury_the_dead()
    slow.send(message.pk)
    assert not OutboxDelivery.objects.exists()


def refusal_by_orm(write):
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        write()
    return refusal_code(caught.value)


def by_sql(sql, *values):
    def write():
        with connection.cursor() as cursor:
            cursor.execute(sql, values)

    return write


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": "sent", "sent_at": timezone.now()}, "message_state_path"),
        ({"body": "Other words"}, "message_cannot_change"),
        ({"recipient": "someone@else.example"}, "message_cannot_change"),
        ({"state": "sending"}, "message_sending_is_claimed"),
        ({"state": "lost"}, "message_state_path"),
    ],
)
def test_the_database_keeps_a_message_on_its_path(change, code):
    message = MessageFactory()
    rows = Message.objects.filter(pk=message.pk)
    assert refusal_by_orm(lambda: rows.update(**change)) == code
    columns = ", ".join(f"{name} = %s" for name in change)
    assert (
        refusal_by_orm(by_sql(f"UPDATE Message SET {columns} WHERE message_id = %s", *change.values(), message.pk))
        == code
    )


def test_the_database_queues_the_same_message_once_and_delivers_it_once():
    message = MessageFactory()
    assert refusal_by_orm(lambda: MessageFactory(dedup_key=message.dedup_key)) == "message_once"
    assert refusal_by_orm(lambda: MessageFactory(state="sent", sent_at=timezone.now())) == "message_begins_queued"
    sent(message)
    insert = "INSERT INTO OutboxDelivery (message_id, patient_id) VALUES (%s, %s)"
    assert refusal_by_orm(by_sql(insert, message.pk, message.patient_id)) == "outbox_delivery_once"
    assert refusal_by_orm(by_sql("UPDATE Message SET state = 'queued' WHERE message_id = %s", message.pk))
