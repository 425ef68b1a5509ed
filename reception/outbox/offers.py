"""The message by which a free time is offered, and the link in it: one tap yes or no, without an account."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

from reception.models import Purpose, SlotOffer
from reception.outbox.queueing import write_down
from reception.outbox.reminders import opted_out, way_to
from reception.outbox.words import clock_in, day_in, name_of, template_for

SIGNER = {"salt": "reception.slot_offer", "sep": "."}


def token_of(offer):
    return Signer(**SIGNER).sign(str(offer.pk))


def link_of(offer):
    return settings.SITE_URL + reverse("reception:slot_offer", args=[token_of(offer)])


def read(token):
    """The id of the offer of a token; None when we have not signed it."""
    try:
        return int(Signer(**SIGNER).unsign(token))
    except (BadSignature, ValueError):
        return None


def key_of(offer_id):
    return f"{Purpose.OFFER}:{offer_id}"


def offer_of(message):
    """The id of the offer that a message makes, also of one that was written anew."""
    return message.dedup_key.partition(":")[2].partition("#")[0]


def way(patient):
    return way_to(patient, opted_out({patient.pk}))


def can_be_asked(patient):
    return way(patient) is not None


def write_offer(offer, *, not_before, key=None):
    """Queue the message, and return whether it was; whom none reaches is called by the desk, which sees the offer."""
    found = way(offer.patient)
    words = found and template_for(Purpose.OFFER, found[0], offer.patient.language)
    if not words:
        return False
    return write_down(
        words, lambda: values_of(offer, words.language), patient=offer.patient, recipient=found[1],
        dedup_key=key or key_of(offer.pk), not_before=not_before,
    )  # fmt: skip


def values_of(offer, language):
    until = timezone.localtime(offer.held_until)
    return {
        "given_name": name_of(offer.patient),
        "clinic": settings.CLINIC_NAME,
        "date": day_in(language, offer.date),
        "time": clock_in(language, offer.time),
        "provider": str(offer.provider),
        "place": settings.CLINIC_ADDRESS,
        "link": link_of(offer),
        "phone": settings.CLINIC_PHONE,
        "until": clock_in(language, until.time()),
        "code": "",
        "checkin": "",
        "dates": "",
    }


def why_not_offer(message):
    """Why an offer's message must not go out any more; None when it may."""
    offer = SlotOffer.objects.filter(pk=offer_of(message)).first()
    return None if offer and offer.is_held else "The time is no longer held for the patient."
