"""The page behind the link of an offer: one free time, held for one person, who says yes or no. A GET only shows."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from emr_site.refusals import refusal_of
from reception import waiting_list as waiting
from reception.forms.waiting import OfferAnswerForm
from reception.messages import MESSAGES
from reception.models import Channel, SlotOffer
from reception.outbox.answers import opt_out
from reception.outbox.offers import read
from reception.outbox.page_words import words_about_offer
from reception.views.by_link import pages_behind


def offer_named_by(token):
    rows = SlotOffer.objects.select_related("patient", "provider", "waiting_request__appointment")
    return rows.filter(pk=read(token) or 0).first()


by_offer = pages_behind(offer_named_by)


@by_offer
def slot_offer(request, token, offer):
    return show(request, token, offer)


def show(request, token, offer, *, trouble=None):
    words = words_about_offer(offer)
    context = {
        "words": words,
        "offer": offer,
        "token": token,
        "place": settings.CLINIC_ADDRESS,
        "said": request.GET.get("said"),
        "trouble": words[trouble] if trouble else None,
    }
    return render(request, "reception/slot_offer.html", context)


@require_POST
@by_offer
def answer_slot_offer(request, token, offer):
    """One tap: yes books, no gives the time to the next. Tapped twice, it is said once."""
    form = OfferAnswerForm(request.POST)
    said = form.cleaned_data["answer"] if form.is_valid() else ""
    if offer.is_held and said in ("yes", "no"):
        act = waiting.accept if said == "yes" else waiting.decline
        refusal = refusal_of(lambda: act(offer.pk), MESSAGES)
        if refusal and said == "yes":
            offer.refresh_from_db()
            return show(request, token, offer, trouble="changed")
    return redirect("reception:slot_offer", token)


@require_POST
@by_offer
def stop_by_offer(request, token, offer):
    """No more messages, by any channel, until the desk is told otherwise."""
    for channel in Channel:
        opt_out(offer.patient_id, channel, said_by="patient")
    response = redirect("reception:slot_offer", token)
    response["Location"] += "?said=stopped"
    return response
