"""A message that did not arrive, written anew: to where the patient is reached today, in the words of today."""

from django.db import transaction
from django.utils import timezone

from reception.models import Message, Purpose, SlotOffer
from reception.outbox import notices
from reception.outbox.desk import settle
from reception.outbox.offers import offer_of, write_offer
from reception.outbox.quiet import after_quiet_hours
from reception.outbox.reminders import opted_out, queue, way_to
from reception.outbox.truth import why_untrue
from reception.outbox.words import template_for
from reception.procedures import refuse

REPLACED = "Written anew at the desk."


def send_again(message):
    """Replace a message that failed by a new one. Raises ProcedureRefused, and changes nothing, where nobody can."""
    if message.appointment is None and message.purpose != Purpose.OFFER:
        # About nothing that it could be written of again.
        return settle(message, Message.State.QUEUED, attempts=0, not_before=timezone.now(), last_error=None)
    with transaction.atomic():
        settle(message, Message.State.CANCELLED, last_error=REPLACED)
        if why_untrue(message):
            refuse("message_untrue")
        if not write_anew(message, key=f"{message.dedup_key.partition('#')[0]}#{message.pk}"):
            refuse("message_unwritten")


def write_anew(message, *, key):
    """Whether it could be: there is a way to the patient, and there are words for it."""
    not_before = after_quiet_hours(timezone.now())
    if message.purpose == Purpose.OFFER:
        offer = SlotOffer.objects.select_related("patient", "provider").get(pk=offer_of(message))
        return write_offer(offer, not_before=not_before, key=key)
    row, patient = message.appointment, message.patient
    way = way_to(patient, opted_out({patient.pk}))
    words = way and template_for(message.purpose, way[0], patient.language)
    if not words:
        return False
    return queue(row, words, way[1], key, not_before, more=notices.more_values(row, message.purpose))
