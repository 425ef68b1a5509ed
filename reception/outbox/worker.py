"""Takes messages from the queue, one at a time, and sends each once.

A claim is committed before anything is sent, and the row stays locked while it is being sent: a worker that lives holds
the lock, one that was killed has lost it. So what is 'sending' and not locked belongs to the dead.
"""

import logging
import os
import socket
from datetime import timedelta
from uuid import uuid4

from django.db import DatabaseError, transaction
from django.utils import timezone

from reception.models import Message
from reception.outbox.quiet import after_quiet_hours
from reception.outbox.transports import Permanent, Temporary, Unclear, transport_of
from reception.outbox.truth import why_not

State = Message.State
WAITS_MINUTES = (1, 5, 25, 125, 625)  # after the first failure, the second …; then it has failed
# A claim is locked a moment after it is committed; only what is older can belong to the dead.
CLAIM_TAKES = timedelta(seconds=30)
log = logging.getLogger("reception.worker")


class Worker:
    def __init__(self, *, claim_takes=CLAIM_TAKES):
        self.name = f"{socket.gethostname()[:50]}-{os.getpid()}-{uuid4().hex[:8]}"
        self.claim_takes = claim_takes

    def send_next(self):
        """Send what has been due longest; return whether there was anything."""
        message = self.claim()
        if message is not None:
            self.send(message.pk)
        return message is not None

    def claim(self):
        """The message that has been due longest, now this worker's; None when nothing is due."""
        now = timezone.now()
        with transaction.atomic():
            message = Message.objects.due(now).select_for_update(skip_locked=True).first()
            if message is not None:
                attempts = message.attempts + 1
                change(message, State.SENDING, claimed_by=self.name, claimed_at=now, attempts=attempts)
        return message

    def send(self, message_id):
        """Send what this worker has claimed, if it still has the claim and the message still holds."""
        with transaction.atomic():
            # Without its patient and appointment: the lock lasts as long as a mail server takes.
            mine = Message.objects.filter(pk=message_id, state=State.SENDING, claimed_by=self.name)
            message = mine.select_for_update().first()
            if message is None:
                return
            reason, later = why_not(message), after_quiet_hours(timezone.now())
            if reason:
                change(message, State.CANCELLED, last_error=reason)
            elif later > timezone.now():
                change(message, State.QUEUED, not_before=later, attempts=message.attempts - 1)
            else:
                self.hand_over(message)

    def hand_over(self, message):
        try:
            with transaction.atomic():
                transport_id = transport_of(message).send(message)
        except Temporary as error:
            put_back(message, str(error))
        except Permanent as error:
            change(message, State.FAILED, last_error=str(error))
        except Unclear as error:
            change(message, State.UNCLEAR, last_error=str(error))
        except DatabaseError:
            raise  # the claim stands, and is taken over like that of a killed worker
        except Exception as error:
            # A message that stops the program must not stop every program that takes it over.
            log.exception("Message %s could not be handed over", message.pk)
            state = State.FAILED if is_repeatable(message) else State.UNCLEAR
            change(message, state, last_error=f"The program failed ({type(error).__name__}).")
        else:
            change(message, State.SENT, sent_at=timezone.now(), transport_id=transport_id, last_error=None)

    def bury_the_dead(self):
        """Take over what a killed worker was sending: once more where that is safe, else a person must look."""
        stale = Message.objects.filter(state=State.SENDING, claimed_at__lte=timezone.now() - self.claim_takes)
        with transaction.atomic():
            for message in stale.select_for_update(skip_locked=True):
                if message.attempts > len(WAITS_MINUTES):
                    change(message, State.FAILED, last_error="The program stopped each time it was being sent.")
                elif is_repeatable(message):
                    change(message, State.QUEUED)
                else:
                    change(message, State.UNCLEAR, last_error="The program stopped while it was being sent.")


def is_repeatable(message):
    """Whether a message that may have been on its way can be sent again without being sent twice."""
    try:
        return transport_of(message).keeps_its_own_record
    except Permanent:
        return False


def put_back(message, reason):
    """After a passing failure: wait longer each time, and give up in the end."""
    if message.attempts > len(WAITS_MINUTES):
        change(message, State.FAILED, last_error=reason)
    else:
        later = timezone.now() + timedelta(minutes=WAITS_MINUTES[message.attempts - 1])
        change(message, State.QUEUED, not_before=after_quiet_hours(later), last_error=reason)


def change(message, state, **columns):
    Message.objects.filter(pk=message.pk).update(state=state, **columns)
