"""The page behind the link of an offer: one free time, held for one person, who says yes or no without an account.

A GET only shows. A wrong link gets the page that every wrong link gets.
"""

from functools import wraps
from uuid import uuid4

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from emr_site.actor import Actor, acting_as
from emr_site.refusals import refusal_of
from reception import waiting_list as waiting
from reception.forms.waiting import OfferAnswerForm
from reception.messages import MESSAGES
from reception.models import SlotOffer
from reception.outbox.offers import read


def by_offer(view):
    """A view of the offer that the link names, acting as the link; the same 404 for every wrong one."""

    @wraps(view)
    def page(request, token):
        offer_id = read(token)
        rows = SlotOffer.objects.select_related("patient", "provider", "waiting_request__appointment")
        offer = offer_id and rows.filter(pk=offer_id).first()
        if not offer:
            return render(request, "reception/answer_no_appointment.html", status=404)
        address = request.META.get("REMOTE_ADDR", "")
        with acting_as(Actor(None, "patient link", "Patient", address, uuid4().hex, "PATRQT")):
            return view(request, token, offer)

    return page


@by_offer
def slot_offer(request, token, offer):
    return show(request, token, offer)


def show(request, token, offer, **context):
    context |= {"offer": offer, "token": token, "later": offer.waiting_request.appointment}
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
            return show(request, token, offer, trouble="Something has changed meanwhile. Please call us.")
    return redirect("reception:slot_offer", token)
