"""The desk's messages to patients: what failed, what waits, what went out, and what patients answered."""

from django.contrib import messages as notices
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from emr_site.access import permission_required
from emr_site.keyset import page_after
from emr_site.refusals import refusal_of
from reception.forms.messages import OptOutForm
from reception.messages import MESSAGES
from reception.models import AppointmentAnswer, Channel, Message
from reception.outbox import again, answers, desk
from reception.patient_pages import patient_page

REQUESTS = 50
State = Message.State
# The parts of the list: address, label, the states in it. What needs a person comes first.
PARTS = (
    ("trouble", "Needs a look", Message.TROUBLED),
    ("waiting", "Waiting", (State.QUEUED, State.SENDING)),
    ("sent", "Sent", (State.SENT,)),
    ("cancelled", "Cancelled", (State.CANCELLED,)),
)


@permission_required("reception.view_message")
def messages(request):
    here = next((part for part in PARTS if part[0] == request.GET.get("state")), PARTS[0])
    rows = Message.objects.visible_to(request.user).filter(state__in=here[2]).defer("body")
    rows = rows.select_related("patient", "appointment__provider")
    waiting = AppointmentAnswer.objects.waiting().select_related("appointment__provider", "patient")
    context = {
        "page": page_after(request.GET.get("after"), rows, by=("-id",)),
        "here": here[0],
        "parts": PARTS,
        "requests": waiting.order_by("id")[:REQUESTS],
    }
    return render(request, "reception/messages.html", context)


def press(done):
    """A view of one button under a message: `settle(message)` does it, or is refused."""

    def decorate(settle):
        @permission_required("reception.change_message")
        @require_POST
        def view(request, pk):
            message = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
            refusal = refusal_of(lambda: settle(message), MESSAGES)
            if refusal:
                notices.error(request, refusal[1])
            else:
                notices.success(request, done)
            return redirect("reception:messages")

        return view

    return decorate


send_again = press("The message is sent again.")(again.send_again)
mark_as_sent = press("The message is marked as sent.")(desk.mark_as_sent)
cancel_message = press("The message is cancelled.")(desk.call_off)


@permission_required("reception.change_message")
@require_POST
def see_to_answer(request, pk):
    answer = get_object_or_404(AppointmentAnswer, pk=pk)
    answers.see_to(answer, by=request.user)
    notices.success(request, "The request is done.")
    return redirect("reception:messages")


@permission_required("reception.view_message")
@patient_page("messages")
def patient_messages(request, patient):
    """What one patient was written, and by which channels the patient wants to be."""
    refused = set(patient.opt_outs.live().values_list("channel", flat=True))
    context = {
        "patient": patient,
        "tab": "information",
        "page": page_after(request.GET.get("after"), patient.messages.all(), by=("-id",)),
        "channels": [(value, label, value not in refused) for value, label in Channel.choices],
    }
    return render(request, "reception/patient_messages.html", context)


@permission_required("reception.change_message")
@require_POST
@patient_page("messages")
def opt_out(request, patient):
    form = OptOutForm(request.POST, patient=patient)
    if not form.is_valid():
        notices.error(request, "The press was not understood. Press the button once more.")
    elif form.cleaned_data["wanted"] == "yes":
        answers.end_opt_out(patient.pk, form.cleaned_data["channel"])
        notices.success(request, "The patient gets these messages again.")
    else:
        answers.opt_out(patient.pk, form.cleaned_data["channel"], said_by="desk", by=request.user)
        notices.success(request, "The patient gets no more of these messages.")
    return redirect("reception:patient_messages", patient.pk)
