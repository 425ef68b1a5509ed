"""How a message leaves the house.

A transport either writes its delivery with the state 'sent' in one transaction (`keeps_its_own_record`), and then a
message whose worker died can simply be sent again; or nobody can tell after such a death, and the desk is asked.
"""

from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from reception.models import Channel, OutboxDelivery
from reception.outbox.calendar import calendar_of


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
            mail.attach("appointment.ics", calendar_of(message.appointment), "text/calendar")
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


def refusal(code):
    """SMTP: 4xx asks to come back later, 5xx is final."""
    kind = Temporary if 400 <= code < 500 else Permanent
    return kind(f"The mail server refused it ({code}).")


TRANSPORTS = {
    "outbox": {Channel.EMAIL: Outbox, Channel.SMS: Outbox},
    "email": {Channel.EMAIL: Email},
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
