"""Appointments: booked, moved, cancelled, completed, and the patient checked in."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from audit.procedures import record_look
from emr_site.access import permission_required
from emr_site.answers import posted, render_conflict, render_form
from emr_site.once import once
from emr_site.refusals import sentence_for, went_through
from emr_site.versions import EditConflict
from reception import procedures
from reception.forms import CancelAppointmentForm, CheckInForm, CreateAppointmentForm, MoveAppointmentForm
from reception.messages import MESSAGES
from reception.models import Appointment, Patient
from reception.search import find_patients

CHOICES = 12
PREFILLED = ("provider", "date", "time")


@permission_required("reception.add_appointment")
def create_appointment(request):
    """Two steps: whose appointment it is, then when. What a free slot says of the second comes along."""
    asked = {name: request.GET[name] for name in PREFILLED if request.GET.get(name)}
    number = request.GET.get("patient", "")
    if not number.isdecimal() or len(number) > 18:
        return choose_patient(request, asked)
    patient = get_object_or_404(Patient.objects.visible_to(request.user), pk=number)
    form = CreateAppointmentForm(posted(request), patient=patient, initial=asked)

    def create():
        return procedures.create_appointment(patient.pk, reason=form.cleaned_data["reason"], **form.time_typed)

    if went_through(form, lambda: once(form.key, request.user, create), MESSAGES):
        messages.success(request, f"{patient} is booked.")
        return redirect(f"{reverse('reception:board')}?day={form.cleaned_data['date']}")
    record_look(patient_id=patient.pk, part="appointment")
    return render_form(request, "reception/create_appointment.html", form, patient=patient, tab="information")


def choose_patient(request, asked):
    """Whom to book; what is searched for is posted, so that it stands in no address."""
    text = request.POST.get("find", "").strip()
    found = find_patients(text, size=CHOICES) if text else None
    return render(request, "reception/choose_patient.html", {"text": text, "found": found, "asked": asked})


@permission_required("reception.view_appointment")
def appointment(request, pk):
    return render(request, "reception/appointment.html", about(request, pk) | {"check_in": CheckInForm()})


@permission_required("reception.change_appointment")
def move_appointment(request, pk):
    context = about(request, pk)
    form = MoveAppointmentForm(posted(request), row=context["appointment"])

    try:
        if went_through(form, lambda: procedures.move_appointment(pk, seen=form.seen, **form.time_typed), MESSAGES):
            messages.success(request, "The appointment is moved.")
            return redirect("reception:appointment", pk)
    except EditConflict as conflict:
        context["what"] = "appointment"
        return render_conflict(request, "reception/conflict.html", form, conflict.row, **context)
    return render_form(request, "reception/move_appointment.html", form, **context)


@permission_required("reception.cancel_appointment")
def cancel_appointment(request, pk):
    context = about(request, pk)
    form = CancelAppointmentForm(posted(request), row=context["appointment"])

    def cancel():
        procedures.cancel_appointment(pk, seen=form.seen, cancel_reason=form.cleaned_data["cancel_reason"])

    try:
        if went_through(form, cancel, MESSAGES):
            messages.success(request, "The appointment is cancelled.")
            return redirect("reception:appointment", pk)
    except EditConflict as conflict:
        context["what"] = "appointment"
        return render_conflict(request, "reception/conflict.html", form, conflict.row, **context)
    return render_form(request, "reception/cancel_appointment.html", form, **context)


@permission_required("reception.change_appointment")
@require_POST
def complete_appointment(request, pk):
    return press(request, pk, lambda: procedures.complete_appointment(pk), "The appointment is completed.")


@permission_required("reception.check_in_appointment")
@require_POST
def check_in(request, pk):
    """One press on the board; a second one leads to the same visit."""
    form = CheckInForm(request.POST)
    if not form.is_valid():
        messages.error(request, "The press was not understood. Press Check in once more.")
        return redirect("reception:appointment", pk)
    key = form.cleaned_data["idempotency_key"]
    return press(request, pk, lambda: once(key, request.user, lambda: procedures.check_in(pk)), "The patient is here.")


def press(request, pk, write, done):
    """A button without boxes: written, or the refusal said, and back to the day."""
    row = about(request, pk)["appointment"]
    try:
        write()
    except Exception as error:
        messages.error(request, sentence_for(error, MESSAGES)[1])
        return redirect("reception:appointment", pk)
    messages.success(request, f"{row.patient}: {done}")
    return redirect(f"{reverse('reception:board')}?day={row.date.isoformat()}")


def about(request, pk):
    """The appointment with its patient, whose page this is; the look at it is recorded."""
    rows = Appointment.objects.visible_to(request.user).select_related("patient", "provider", "visit")
    row = get_object_or_404(rows, pk=pk)
    record_look(patient_id=row.patient_id, part="appointment")
    return {"appointment": row, "patient": row.patient, "tab": "information"}
