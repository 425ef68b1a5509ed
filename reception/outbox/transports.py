"""How a message leaves the house.

A transport either writes its delivery with the state 'sent' in one transaction (`keeps_its_own_record`), and then a
message whose worker died can simply be sent again; or nobody can tell after such a death, and the desk is asked.
"""

import json
from email.mime.text import MIMEText
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from urllib.parse import urlsplit

import phonenumbers
from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from reception.models import Channel, OutboxDelivery, Purpose
from reception.outbox.calendar import calendar_of, method_of

SMS_TIMEOUT_S, ANSWER_BYTES = 20, 10_000


class TransportError(Exception):
    """It did not go through; `args[0]` says why in words of ours, without patient data."""


class Temporary(TransportError):
    """Not sent; may go through later."""


class Permanent(TransportError):
    """Not sent, and never will be."""


class Unclear(TransportError):
    """The connection broke so late that it may have been sent."""


class Transport:
    keeps_its_own_record = False

    def send(self, message):
        """Send it; return how the other side names it. Raises Temporary, Permanent or Unclear."""
        raise NotImplementedError


class Outbox(Transport):
    """The message stands in the back office's outbox. Runs inside the transaction that makes it 'sent'."""

    keeps_its_own_record = True

    def send(self, message):
        delivery = OutboxDelivery.objects.create(message=message, patient_id=message.patient_id)
        return f"outbox-{delivery.pk}"


class Email(Transport):
    """Django's e-mail. The Message-ID is the same however often it is tried, so that mailboxes can drop a second."""

    def send(self, message):
        connection = get_connection(timeout=settings.EMAIL_TIMEOUT)
        self.open(connection)
        message_id = f"<message-{message.pk}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2]}>"
        mail = EmailMessage(
            message.subject, message.body, to=[message.recipient], connection=connection,
            headers={"Message-ID": message_id, "Content-Language": message.language},
        )  # fmt: skip
        if message.appointment is not None:
            mail.attach(calendar_part(message))
        try:
            mail.send()
        except SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            raise refusal(max(codes, default=550)) from None
        except SMTPResponseException as error:
            raise refusal(error.smtp_code) from None
        except (SMTPException, OSError):
            raise Unclear("The connection broke while it was being sent.") from None
        except ValueError:
            raise Permanent("The address or the subject cannot be used in an e-mail.") from None
        finally:
            self.close(connection)
        return message_id

    def open(self, connection):
        try:
            connection.open()
        except SMTPResponseException as error:
            raise Temporary(f"The mail server refused the connection ({error.smtp_code}).") from None
        except (SMTPException, OSError):
            raise Temporary("The mail server could not be reached.") from None

    def close(self, connection):
        try:
            connection.close()
        except (SMTPException, OSError):
            return  # what was sent is sent


def calendar_part(message):
    """What a message is about, for the patient's calendar, which wants to know in the mail too whether it is off."""
    row = message.appointment
    rows = [row]
    if message.purpose == Purpose.SERIES:
        rows = list(row.series.appointments.to_come().select_related("provider").order_by("date", "time", "id")) or rows
    part = MIMEText(calendar_of(*rows).decode(), "calendar", "utf-8")
    part.set_param("method", method_of(*rows))
    part.add_header("Content-Disposition", "attachment", filename="appointment.ics")
    return part


def refusal(code):
    """SMTP: 4xx asks to come back later, 5xx is final."""
    kind = Temporary if 400 <= code < 500 else Permanent
    return kind(f"The mail server refused it ({code}).")


class SmsGateway(Transport):
    """A web service that sends text messages: it takes {"to", "text"} as JSON, and answers 2xx and {"id"}.

    The Idempotency-Key is the same however often a message is tried, so that the service can drop a second.
    """

    def send(self, message):
        key = f"message-{message.pk}"
        body = json.dumps({"to": dialled(message.recipient), "text": message.body}).encode()
        headers = {
            "Authorization": f"Bearer {settings.SMS_TOKEN}",
            "Content-Type": "application/json",
            "Idempotency-Key": key,
        }
        status, answer = self.post(body, headers)
        if not 200 <= status < 300:
            kind = Temporary if status in (408, 429) or status >= 500 else Permanent
            raise kind(f"The text message service refused it ({status}).")
        return id_in(answer) or key

    def post(self, body, headers):
        """(status, the answer's beginning). Once it is connected, nobody knows what a broken connection has carried."""
        address = urlsplit(settings.SMS_URL)
        kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
        connection = kind(address.hostname, address.port, timeout=SMS_TIMEOUT_S)
        try:
            connection.connect()
        except OSError:
            raise Temporary("The text message service could not be reached.") from None
        try:
            connection.request("POST", address._replace(scheme="", netloc="").geturl() or "/", body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(ANSWER_BYTES)
        except (HTTPException, OSError):
            raise Unclear("The connection broke while it was being sent.") from None
        finally:
            connection.close()


def dialled(number):
    """A number as it is dialled from anywhere (E.164): +447700900123. Without a country code it is of the clinic's."""
    try:
        parsed = phonenumbers.parse(number, settings.CLINIC_COUNTRY)
    except phonenumbers.NumberParseException:
        raise Permanent("This phone number cannot be dialled.") from None
    if not phonenumbers.is_possible_number(parsed):
        raise Permanent("This phone number has too many or too few digits to be dialled.")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def id_in(answer):
    """How the service names the message, as far as the column holds it; empty where it does not say."""
    try:
        named = json.loads(answer)
    except ValueError:
        return ""
    return str(named.get("id") or "")[:200] if isinstance(named, dict) else ""


TRANSPORTS = {
    "outbox": {Channel.EMAIL: Outbox, Channel.SMS: Outbox},
    "email": {Channel.EMAIL: Email},
    "sms": {Channel.SMS: SmsGateway},
    "email+sms": {Channel.EMAIL: Email, Channel.SMS: SmsGateway},
}


def channels():
    """The channels by which this clinic can write."""
    return tuple(TRANSPORTS[settings.MESSAGE_TRANSPORT])


def transport_of(message):
    """Raises Permanent for a channel that has no transport (any more)."""
    try:
        return TRANSPORTS[settings.MESSAGE_TRANSPORT][message.channel]()
    except KeyError:
        raise Permanent("This clinic does not send by this channel.") from None
