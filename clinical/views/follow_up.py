"""The next visit, agreed before the patient leaves: in 6 weeks, at one of the free times."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from clinical.forms.follow_up import BookFollowUpForm, InHowLongForm
from clinical.patient_pages import with_visit
from emr_site.access import permission_required
from emr_site.answers import UNREADABLE
from emr_site.once import once
from emr_site.refusals import went_through
from emr_site.templatetags.emr import clinical_date, clock
from reception.free_times import free_times
from reception.messages import MESSAGES
from reception.models import Appointment
from reception.outbox import notices
from reception.patient_pages import patient_page
from reception.procedures import create_appointment

MINUTES = 15
REASON = "Follow-up"


@permission_required("clinical.book_follow_up")
@require_GET
@patient_page("visit")
@with_visit
def follow_up_times(request, patient, visit):
    form = InHowLongForm(request.GET, today=timezone.localdate())
    times = []
    if form.is_valid():
        times = free_times(visit.provider, around=form.cleaned_data["day"], duration=length_of(visit))
    context = {"how_long_form": form, "times": choices(patient, times), "around": form.cleaned_data.get("day")}
    return box(request, patient, visit, context, status=UNREADABLE if form.errors else 200)


@permission_required("clinical.book_follow_up")
@require_POST
@patient_page("visit")
@with_visit
def book_follow_up(request, patient, visit):
    form = BookFollowUpForm(request.POST, patient=patient)

    def create():
        told = {"provider_id": visit.provider_id, "duration_minutes": length_of(visit), "reason": REASON}
        appointment_id = create_appointment(patient.pk, **told, **form.typed)
        notices.tell(appointment_id)
        return appointment_id

    if not went_through(form, lambda: once(form, request.user, create, about=visit.pk), MESSAGES):
        refused = [error for errors in form.errors.values() for error in errors]
        return box(request, patient, visit, {"refused": refused}, status=UNREADABLE)
    if request.htmx:
        return box(request, patient, visit, {})
    said = f"{clinical_date(form.cleaned_data['date'])} at {clock(form.cleaned_data['time'])}"
    messages.success(request, f"The follow-up is booked: {said}.")
    return redirect("clinical:visit", patient.pk, visit.pk)


def length_of(visit):
    """As long as this visit was planned, or a quarter of an hour."""
    return visit.appointment.duration_minutes if visit.appointment_id else MINUTES


def choices(patient, times):
    return [BookFollowUpForm(patient=patient, initial={"date": date, "time": at}) for date, at in times]


def follow_up_of(patient):
    """What the box shows: the patient's next appointments, and a form for another."""
    coming = Appointment.objects.coming().to_come().filter(patient=patient).select_related("provider")
    return {
        "coming": coming.order_by("date", "time")[:3],
        "how_long_form": InHowLongForm(today=timezone.localdate()),
    }


def box(request, patient, visit, context, status=200):
    template = "clinical/_follow_up.html" if request.htmx else "clinical/order_at_visit.html"
    page = {"patient": patient, "visit": visit, "tab": "visits", "box": "clinical/_follow_up.html"}
    return render(request, template, page | follow_up_of(patient) | context, status=status)
