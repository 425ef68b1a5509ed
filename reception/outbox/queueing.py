"""Writing a message down: once, and so that one that cannot be written is seen at the desk and stops nobody else."""

import logging

from django.db import DatabaseError, transaction

from emr_site.by_itself import by_itself
from emr_site.refusals import sentence_for
from reception.models import Message
from reception.outbox.words import fill_in

QUEUED_BEFORE = {"message_once": (None, "This message is queued already.")}
UNWRITTEN = "This message could not be written."
WHY_UNWRITTEN = "It could not be written. Look at the clinic's words for it, then send it again."
SUBJECT = Message._meta.get_field("subject").max_length
log = logging.getLogger("reception.worker")


def write_down(words, values, **about):
    """Queue a message of these words, filled in with `values()`; return whether it was.

    One of the same key is not written twice. One that fails is written as failed, and the log says which by its key.
    """
    about |= {"purpose": words.code, "channel": words.channel, "language": words.language}
    what = f"Message {about['dedup_key']}"
    written = by_itself(lambda: create(words, values(), about), log=log, what=what)
    if written is None:
        by_itself(lambda: note_unwritten(about), log=log, what=f"{what}, noting that it failed,")
    return bool(written)


def create(words, values, about):
    # Filled in, a subject can be longer than the clinic wrote it.
    filled = {"subject": fill_in(words.subject, values)[:SUBJECT], "body": fill_in(words.body, values)}
    try:
        with transaction.atomic():
            Message.objects.create(**about, **filled)
    except DatabaseError as error:
        sentence_for(error, QUEUED_BEFORE)  # raises what is anything else
        return False
    return True


def note_unwritten(about):
    row = Message.objects.create(**about, body=UNWRITTEN)
    Message.objects.filter(pk=row.pk).update(state=Message.State.FAILED, last_error=WHY_UNWRITTEN)
