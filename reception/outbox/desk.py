"""What the desk does with messages: settles what is unclear, calls one off; and how much of both there is."""

from datetime import timedelta

from django.utils import timezone

from reception.models import Message
from reception.procedures import refuse

State = Message.State
OVERDUE = timedelta(minutes=10)


def troubled():
    """The messages that only a person can put right."""
    return Message.objects.troubled()


def overdue():
    """The messages that should have gone out a while ago: the worker stands still, or is not there."""
    return Message.objects.filter(state__in=(State.QUEUED, State.SENDING), not_before__lte=timezone.now() - OVERDUE)


def mark_as_sent(message):
    """Someone knows that it has arrived, or has called instead."""
    settle(message, State.SENT, sent_at=timezone.now())


def call_off(message):
    settle(message, State.CANCELLED, allowed=(*Message.TROUBLED, State.QUEUED), last_error="Cancelled at the desk.")


def settle(message, state, *, allowed=Message.TROUBLED, **columns):
    """Move a message on; raises ProcedureRefused when it has gone another way meanwhile."""
    if not Message.objects.filter(pk=message.pk, state__in=allowed).update(state=state, **columns):
        refuse("message_state_path")
