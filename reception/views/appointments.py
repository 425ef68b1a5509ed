"""Appointments: booked, shown, moved and cancelled."""

from functools import wraps

from django.contrib import messages
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from audit.procedures import record_look
from emr_site.access import permission_required
from emr_site.answers import posted, render_conflict, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from emr_site.versions import EditConflict
from reception import locums, procedures
from reception.forms import (
    CancelAppointmentForm,
    CheckInForm,
    CreateAppointmentForm,
    EditAppointmentForm,
    MoveAppointmentForm,
    StepForm,
)
from reception.messages import MESSAGES
from reception.models import Appointment
from reception.models.appointments import UNDOABLE, Status
from reception.outbox import notices
from reception.outbox.calendar import calendar_file
from reception.patient_pages import not_of_today, patient_page
from reception.search import find_patients, is_too_short

CHOICES = 12
OF_A_FREE_SLOT = ("provider", "date", "time", "appointment_type")


def board_of(date):
    return f"{reverse('reception:board')}?day={date.isoformat()}"


@permission_required("reception.add_appointment")
def choose_patient(request):
    """Whom to book. What is searched for is posted, so that it stands in no address; the free slot comes along."""
    text = request.POST.get("find", "").strip()
    context = {"text": text, "is_too_short": is_too_short(text)}
    if text:
        context["found"] = find_patients(text, size=CHOICES)
    return render(request, "reception/choose_patient.html", context)


@permission_required("reception.add_appointment")
@patient_page("appointment")
def create_appointment(request, patient):
    slot = {name: request.GET[name] for name in OF_A_FREE_SLOT if request.GET.get(name)}
    form = time_form(request, CreateAppointmentForm, patient=patient, initial=slot)

    if went_through(form, lambda: once(form, request.user, lambda: book(patient, form, request.user)), MESSAGES):
        times = form.cleaned_data["times"]
        messages.success(request, f"{patient} is booked." if times == 1 else f"{patient} is booked {times} times.")
        return redirect(board_of(form.cleaned_data["date"]))
    if form.asked_for and form.cleaned_data.get("times", 1) > 1:
        form.name_taken()
    # Whoever comes from a free time has nothing left to fill in.
    is_ready = not form.is_bound and {"provider", "date", "time"} <= form.initial.keys()
    context = {"patient": patient, "tab": "information", "is_ready": is_ready}
    return render_form(request, "reception/create_appointment.html", form, **context)


def time_form(request, form_class, **kwargs):
    """A form that asks for a time; with a free one that was pressed beside it, it is filled in and not yet sent."""
    chosen = request.POST.get("free")
    kwargs["may_overbook"] = request.user.has_perm("reception.overbook_appointment")
    form = form_class(None if chosen else posted(request), **kwargs)
    if chosen:
        form.fill_in(request.POST, chosen)
    return form


def book(patient, form, user):
    """Write what was typed, and tell the patient; return the id of the appointment or the series."""
    columns = form.time_typed | form.columns | form.overbooked_by(user)
    if form.cleaned_data["times"] == 1:
        appointment_id = procedures.create_appointment(patient.pk, **columns)
        notices.tell(appointment_id)
        return appointment_id
    columns.pop("date")
    series = {"dates": form.dates, "every_weeks": form.cleaned_data["every_weeks"]}
    series_id = procedures.create_series(patient.pk, **series, **columns)
    notices.tell_of_series(series_id)
    return series_id


def label_of(status):
    return status and Status(status).label


def appointment_page(view):
    """A view of one appointment: it is given the row, with what its page shows, and is noted as a look."""

    @wraps(view)
    def page(request, pk):
        rows = (
            Appointment.objects.visible_to(request.user)
            .select_related("patient__photo", "provider", "visit", "appointment_type", "series")
            .defer("patient__photo__image")
        )
        row = get_object_or_404(rows, pk=pk)
        if not locums.may_open(request.user, row.patient):
            return not_of_today(request, row.patient)
        response = view(request, row, {"appointment": row, "patient": row.patient, "tab": "information"})
        if not isinstance(response, HttpResponseRedirectBase):
            record_look(patient_id=row.patient_id, part="appointment")
        return response

    return page


@permission_required("reception.view_appointment")
@appointment_page
def appointment(request, row, context):
    days_to_come = (row.date - timezone.localdate()).days
    context |= {
        "check_in": CheckInForm(),
        "step": StepForm(),
        "stay": row.has_visit and row.visit.room_stays.filter(left_at=None).select_related("room").first(),
        "answers": row.answers.select_related("seen_to_by").order_by("-id"),
        "events": row.events.select_related("was_provider").order_by("-id"),
        "series": row.series_id and row.series.appointments.order_by("date", "time"),
        "is_today": days_to_come == 0,
        "is_to_come": days_to_come > 0,
        "before": row.status in UNDOABLE and label_of(procedures.status_before(row.pk, row.status)),
    }
    return render(request, "reception/appointment.html", context)


@permission_required("reception.view_appointment")
@appointment_page
def appointment_calendar(request, row, context):
    return calendar_file(row)


@permission_required("reception.change_appointment")
@appointment_page
def move_appointment(request, row, context):
    form = time_form(request, MoveAppointmentForm, row=row)
    context["wish"] = row.answers.waiting().first()

    def move():
        why = {"move_reason": form.cleaned_data["move_reason"]}
        procedures.move_appointment(
            row.pk, seen=form.seen, **why, **form.time_typed, **form.overbooked_by(request.user)
        )
        notices.tell(row.pk)

    return change(request, form, move, "The appointment is moved.", "reception/move_appointment.html", context)


@permission_required("reception.change_appointment")
@appointment_page
def edit_appointment(request, row, context):
    form = EditAppointmentForm(posted(request), row=row)

    def edit():
        procedures.edit_appointment(row.pk, seen=form.seen, **form.columns_typed)

    return change(request, form, edit, "The appointment is saved.", "reception/edit_appointment.html", context)


@permission_required("reception.cancel_appointment")
@appointment_page
def cancel_appointment(request, row, context):
    form = CancelAppointmentForm(posted(request), row=row)

    def cancel():
        procedures.cancel_appointment(row.pk, seen=form.seen, cancel_reason=form.cleaned_data["cancel_reason"])
        notices.tell(row.pk)

    return change(request, form, cancel, "The appointment is cancelled.", "reception/cancel_appointment.html", context)


def change(request, form, write, done, template, context):
    """A form's change of an appointment: written, refused in the form, or both versions shown."""
    try:
        if went_through(form, write, MESSAGES):
            messages.success(request, done)
            return redirect("reception:appointment", context["appointment"].pk)
    except EditConflict as conflict:
        context |= {"what": "appointment", "saved_appointment": conflict.row}
        return render_conflict(request, "reception/conflict.html", form, conflict.row, **context)
    return render_form(request, template, form, **context)
