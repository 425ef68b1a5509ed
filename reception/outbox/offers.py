"""The message by which a free time is offered, and the link in it: one tap yes or no, without an account."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

from reception.models import Message, SlotOffer
from reception.outbox.reminders import opted_out, way_to
from reception.outbox.words import clock_in, day_in, fill_in, name_of, template_for

OFFER = "slot_offer"
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


def way(patient):
    return way_to(patient, opted_out({patient.pk}))


def can_be_asked(patient):
    return way(patient) is not None


def write_offer(offer, *, not_before):
    """Queue the message; whom no message reaches is called by the desk, which sees the offer on its list."""
    found = way(offer.patient)
    words = found and template_for(OFFER, found[0], offer.patient.language)
    if not words:
        return
    values = values_of(offer, words.language)
    Message.objects.create(
        patient=offer.patient, purpose=OFFER, channel=words.channel, recipient=found[1], language=words.language,
        dedup_key=f"{OFFER}:{offer.pk}", not_before=not_before, subject=fill_in(words.subject, values),
        body=fill_in(words.body, values),
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
    }


def why_not_offer(message):
    """Why an offer's message must not go out any more; None when it may."""
    offer = SlotOffer.objects.filter(pk=message.dedup_key.partition(":")[2]).first()
    return None if offer and offer.is_held else "The time is no longer held for the patient."
