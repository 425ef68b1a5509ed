"""What the desk does with messages: tries again, settles what is unclear, calls one off."""

from django.utils import timezone

from reception.models import Message

State = Message.State


def troubled():
    """The messages that only a person can put right."""
    return Message.objects.troubled()


def send_again(message):
    """Back into the queue, with all its attempts before it."""
    return settle(message, State.QUEUED, Message.TROUBLED, attempts=0, not_before=timezone.now(), last_error=None)


def mark_as_sent(message):
    """Someone knows that it has arrived, or has called instead."""
    return settle(message, State.SENT, Message.TROUBLED, sent_at=timezone.now())


def call_off(message):
    return settle(message, State.CANCELLED, (*Message.TROUBLED, State.QUEUED), last_error="Cancelled at the desk.")


def settle(message, state, allowed, **columns):
    """Move a message on; False, and nothing changed, when it has gone another way meanwhile."""
    return bool(Message.objects.filter(pk=message.pk, state__in=allowed).update(state=state, **columns))
