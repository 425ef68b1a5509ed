"""Text messages through a real web service of the tests' own, which answers as it is told."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from emr_site.tests.factories import signed
from reception.models import Message, Patient
from reception.outbox import transports
from reception.outbox.reminders import way_to
from reception.outbox.transports import SmsGateway, channels
from reception.outbox.worker import Worker
from reception.tests.message_factories import MessageFactory

pytestmark = pytest.mark.django_db
TOKEN = "not-a-real-token"


class Service(BaseHTTPRequestHandler):
    """Keeps what it was sent; answers with `answer`, a status and a body, or after `waits_s`."""

    answer, waits_s = (201, b'{"id": "sm-1"}'), 0

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        self.server.sent.append((self.path, dict(self.headers), json.loads(self.rfile.read(length))))
        time.sleep(self.server.waits_s)
        status, body = self.server.answer
        if status is None:
            return  # hangs up without a word
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Tests need no access log."""


@pytest.fixture
def service(settings):
    server = HTTPServer(("127.0.0.1", 0), Service)
    server.sent, server.answer, server.waits_s = [], Service.answer, 0
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    settings.MESSAGE_TRANSPORT = "email+sms"
    settings.MESSAGE_QUIET_HOURS = "00:00-00:00"
    settings.SMS_URL = f"http://127.0.0.1:{server.server_port}/v1/messages?account=7"
    settings.SMS_TOKEN = TOKEN
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def message():
    return MessageFactory(body="Northgate Clinic: ¿viene usted?", recipient="07700 900 123")


def sent(message):
    with signed():
        Worker().send_next()
    message.refresh_from_db()
    return message.state


def test_it_posts_the_text_and_keeps_the_name_that_the_service_gave_it(service, message):
    assert sent(message) == "sent"
    assert message.transport_id == "sm-1"
    ((path, headers, body),) = service.sent
    assert path == "/v1/messages?account=7"
    assert body == {"to": "+447700900123", "text": "Northgate Clinic: ¿viene usted?"}
    assert (headers["Authorization"], headers["Content-Type"]) == (f"Bearer {TOKEN}", "application/json")


@pytest.mark.parametrize(
    ("typed", "to"),
    [
        ("(07700) 900-123", "+447700900123"),
        ("+44 7700 900 123", "+447700900123"),
        ("0034 600 123 456", "+34600123456"),
        ("+1 555 0100 123", "+15550100123"),
    ],
)
def test_a_number_goes_out_as_it_is_dialled_from_anywhere(service, typed, to):
    assert sent(MessageFactory(recipient=typed)) == "sent"
    assert service.sent[0][2]["to"] == to


@pytest.mark.parametrize("typed", ["ask her son", "12", "+999 1234567", "07700 900 123 456 789"])
def test_a_number_that_cannot_be_dialled_fails_at_the_desk_and_goes_nowhere(service, typed):
    message = MessageFactory(recipient=typed)
    assert sent(message) == "failed"
    assert "phone number" in message.last_error
    assert typed not in message.last_error
    assert service.sent == []


@pytest.mark.parametrize("body", [b"", b"OK", b"[1]", b'{"id": null}'])
def test_an_answer_without_a_name_is_sent_all_the_same(service, message, body):
    service.answer = (200, body)
    assert (sent(message), message.transport_id) == ("sent", f"message-{message.pk}")


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (429, "queued"),
        (500, "queued"),
        (503, "queued"),
        (408, "queued"),
        (400, "failed"),
        (401, "failed"),
        (302, "failed"),
    ],
)
def test_it_comes_back_after_what_passes_and_gives_up_on_what_does_not(service, message, status, state):
    service.answer = (status, b"07700 900 123 is busy")
    assert sent(message) == state
    assert message.last_error == f"The text message service refused it ({status})."


def test_a_second_try_carries_the_same_key(service, message):
    service.answer = (503, b"")
    sent(message)
    with signed():
        Message.objects.filter(pk=message.pk).update(not_before=message.created_at)
    service.answer = Service.answer
    assert sent(message) == "sent"
    keys = [headers["Idempotency-Key"] for _, headers, _ in service.sent]
    assert keys == [f"message-{message.pk}"] * 2


def test_a_service_that_is_not_there_is_tried_again(service, message, settings):
    settings.SMS_URL = "http://127.0.0.1:9/"
    assert (sent(message), message.last_error) == ("queued", "The text message service could not be reached.")


def test_silence_after_sending_is_unclear(service, message, monkeypatch):
    monkeypatch.setattr(transports, "SMS_TIMEOUT_S", 0.2)
    service.waits_s = 0.6
    assert sent(message) == "unclear"


def test_a_service_that_hangs_up_is_unclear(service, message):
    service.answer = (None, b"")
    assert sent(message) == "unclear"


def test_what_a_killed_worker_was_sending_is_asked_about():
    assert not SmsGateway.keeps_its_own_record


@pytest.mark.parametrize(
    ("transport", "channel"), [("sms", "sms"), ("email", "email"), ("email+sms", "sms"), ("outbox", "sms")]
)
def test_the_setting_says_by_which_channels_the_clinic_writes(settings, transport, channel):
    settings.MESSAGE_TRANSPORT = transport
    patient = Patient(pk=1, phone_number="07700 900 123", email="ann@clinic.example")
    patient._prefetched_objects_cache = {"phones": []}
    assert way_to(patient, set())[0] == channel
    assert channel in channels()
