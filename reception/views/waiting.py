"""The waiting list at the desk: who waits, which times are free again, and to whom each is offered."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from emr_site.access import permission_required
from emr_site.answers import posted, render_conflict, render_form
from emr_site.keyset import page_after
from emr_site.once import once
from emr_site.refusals import refusal_of, went_through
from emr_site.versions import EditConflict, hold, write_changed
from reception import waiting_list as waiting
from reception.forms.of_patient import PatientForm
from reception.forms.waiting import AskForEarlierForm, EditWaitingForm, OfferAnswerForm, OfferToForm
from reception.messages import MESSAGES
from reception.models import FreedSlot, SlotOffer, WaitingRequest
from reception.patient_pages import patient_page
from reception.waiting_matches import suitable

ANSWERS = 20
DONE = {"yes": "The time is booked.", "no": "Noted. The next is asked.", "withdraw": "The time is no longer held."}
WRONG = "The press was not understood. Press the button once more."


@permission_required("reception.view_waitingrequest")
def waiting_list(request):
    live = WaitingRequest.objects.live().select_related("patient", "provider", "appointment_type", "appointment")
    slots = FreedSlot.objects.on_offer().ahead()
    context = {
        "page": page_after(request.GET.get("after"), live, by=("urgency", "asked_at", "id")),
        "slots": with_offers(slots.select_related("provider").order_by("date", "time", "id")[:ANSWERS]),
        "answers": last_answers(),
    }
    return render(request, "reception/waiting_list.html", context)


def last_answers():
    """The newest; which they are is read from their index alone, however many offers there have ever been."""
    answered = SlotOffer.objects.filter(answered_at__isnull=False).order_by("-answered_at", "-id")
    newest = list(answered.values_list("pk", flat=True)[:ANSWERS])
    return answered.filter(pk__in=newest).select_related("patient", "provider", "decided_by")


def with_offers(slots):
    """(free time, the open offer of it or None) of each."""
    slots = list(slots)
    offers = SlotOffer.objects.open().filter(freed_slot__in=slots).select_related("patient")
    by_slot = {each.freed_slot_id: each for each in offers}
    return [(slot, by_slot.get(slot.pk)) for slot in slots]


def refused(request, write, done):
    """A button without boxes: what it did, or why not, on the list."""
    refusal = refusal_of(write, MESSAGES)
    if refusal:
        messages.error(request, refusal[1])
    else:
        messages.success(request, done)
    return redirect("reception:waiting_list")


@permission_required("reception.change_waitingrequest")
def offer_slot(request, pk):
    """To whom a free time could be offered, and one press to do it: the desk may know better than the list."""
    slot = get_object_or_404(FreedSlot.objects.select_related("provider"), pk=pk)
    if request.method != "POST":
        return render(request, "reception/offer_slot.html", {"slot": slot, "suitable": suitable(slot)})
    form = OfferToForm(request.POST)
    if not form.is_valid():
        messages.error(request, WRONG)
        return redirect("reception:waiting_list")
    wish = form.cleaned_data["request"]
    return refused(request, lambda: waiting.offer_to(slot, wish, by=request.user), f"Offered to {wish.patient}.")


@permission_required("reception.change_waitingrequest")
@require_POST
def answer_offer(request, pk):
    """What the patient said on the phone, or that the desk needs the time."""
    offer, form = get_object_or_404(SlotOffer, pk=pk), OfferAnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, WRONG)
        return redirect("reception:waiting_list")
    said = form.cleaned_data["answer"]
    act = {"yes": waiting.accept, "no": waiting.decline, "withdraw": waiting.withdraw}[said]
    return refused(request, lambda: act(offer.pk, by=request.user), DONE[said])


@permission_required("reception.add_waitingrequest")
@patient_page("waiting list")
def ask_for_earlier(request, patient):
    """Put a patient on the list; of an appointment, for a time before it."""
    later = patient.appointments.to_come().filter(pk=as_number(request.GET.get("appointment"))).first()
    form = AskForEarlierForm(posted(request), patient=patient, initial=wish_for(later))

    def ask():
        once(form, request.user, lambda: waiting.ask(patient, by=request.user, appointment=later, **form.typed))

    if went_through(form, ask, MESSAGES):
        messages.success(request, f"{patient} is on the waiting list.")
        return redirect("reception:waiting_list")
    context = {"patient": patient, "later": later, "tab": "information"}
    return render_form(request, "reception/ask_for_earlier.html", form, **context)


def as_number(text):
    return int(text) if text and text.isdecimal() and len(text) < 19 else None


def wish_for(appointment):
    """A wish for the same, earlier."""
    if appointment is None:
        return {}
    names = ("provider", "appointment_type", "duration_minutes")
    return {name: getattr(appointment, name) for name in names} | {"note": appointment.reason}


@permission_required("reception.change_waitingrequest")
@patient_page("waiting list")
def edit_waiting(request, patient, pk):
    row = get_object_or_404(patient.waiting_requests.live(), pk=pk)
    form = EditWaitingForm(posted(request), patient=patient, row=row)
    context = {"patient": patient, "wish": row, "tab": "information"}

    def save():
        write_changed(hold(WaitingRequest, pk, seen=form.seen, gone="waiting_request_closed"), **form.typed)

    try:
        if went_through(form, save, MESSAGES):
            messages.success(request, "The wish is saved.")
            return redirect("reception:waiting_list")
    except EditConflict as conflict:
        return render_conflict(request, "reception/conflict.html", form, conflict.row, what="wish", **context)
    return render_form(request, "reception/edit_waiting.html", form, **context)


@permission_required("reception.change_waitingrequest")
@require_POST
@patient_page("waiting list")
def take_off(request, patient, pk):
    row = get_object_or_404(patient.waiting_requests.live(), pk=pk)
    if not PatientForm(request.POST, patient=patient).is_valid():
        messages.error(request, WRONG)
        return redirect("reception:waiting_list")
    return refused(request, lambda: waiting.take_off(row, by=request.user), f"{patient} no longer waits.")
