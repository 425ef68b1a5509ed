"""Patients at the desk: found, registered, corrected, taken out of daily use."""

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from emr_site.access import permission_required
from emr_site.answers import posted, render_conflict, render_form
from emr_site.fields import date_echo
from emr_site.once import KeyedForm, once, was_sent
from emr_site.refusals import went_through
from emr_site.templatetags.emr import mrn
from emr_site.versions import EditConflict
from reception import procedures
from reception.consents import asked_of
from reception.duplicates import likely
from reception.forms import EditPatientForm, RegisterPatientForm
from reception.forms.of_patient import PatientForm
from reception.merging import merges_shown
from reception.messages import MESSAGES
from reception.models import Patient, PossibleDuplicate
from reception.patient_pages import patient_page

COMING, VISITS, MESSAGES_SHOWN, PAIRS_SHOWN = 10, 10, 3, 3


@permission_required("reception.add_patient")
def register_patient(request):
    form = RegisterPatientForm(posted(request))
    alike, made = found_alike(form, request.user), []

    def register():
        made.append(once(form, request.user, create)[0])

    def create():
        return procedures.register_patient(**form.typed, registered_by=request.user)

    if went_through(form, register, MESSAGES):
        patient = get_object_or_404(Patient, pk=made[0])
        messages.success(request, f"{patient} is registered. The record number is {mrn(patient.mrn)}.")
        return redirect("reception:patient", patient.pk)
    return render_form(request, "reception/register_patient.html", form, alike=alike)


def found_alike(form, user):
    """Who may be the same person; before they have been looked at, they keep a form from being sent."""
    alike = likely(form.told) if form.is_bound else []
    looked_at = not form.is_valid() or form.cleaned_data["register_anyway"] or was_sent(form, user)
    if alike and not looked_at:
        form.add_error(None, "Somebody like this is registered already. Look at the records beside this form first.")
    return alike


@permission_required("reception.add_patient")
@require_POST
def likely_duplicates(request):
    """Who may be the same person as the one whose registration is being typed, as a fragment."""
    return render(request, "reception/_likely.html", {"alike": likely(RegisterPatientForm(request.POST).told)})


@permission_required("reception.add_patient")
@require_POST
def register_unknown(request):
    """Somebody arrives whom nobody knows: a record at one press, to be identified later."""
    form = KeyedForm(request.POST)
    made = []

    def register():
        made.append(once(form, request.user, procedures.register_unknown)[0])

    if went_through(form, register, MESSAGES):
        patient = get_object_or_404(Patient, pk=made[0])
        messages.success(request, f"{patient} is registered. The record number is {mrn(patient.mrn)}.")
        return redirect("reception:patient", patient.pk)
    return render_form(request, "reception/register_unknown.html", form)


@permission_required("reception.find_patient")
@require_POST
def read_birth_date(request):
    """How a birth date is understood while it is typed, as a fragment."""
    echo = date_echo(request.POST.get("date_of_birth", ""), past=True)
    return render(request, "reception/_birth_date_echo.html", {"echo": echo})


@permission_required("reception.view_patient")
@patient_page("information")
def patient(request, patient):
    """What the desk knows of a patient: no clinical word is on it."""
    prefetch_related_objects([patient], "phones", "contacts")
    coming = patient.appointments.coming().to_come().select_related("provider")
    asked, former = asked_of(patient)
    context = {
        "patient": patient,
        "tab": "information",
        "asked": asked,
        "merges": merges_shown(patient),
        "former": former,
        "phones": patient.phones.all(),
        "contacts": patient.contacts.all(),
        "insurances": patient.insurances.in_order(),
        "coming": coming.order_by("date", "time")[:COMING],
        "visits": patient.visits.select_related("provider").newest_first()[:VISITS],
        "written": patient.messages.order_by("-id").defer("body")[:MESSAGES_SHOWN],
    }
    return render(request, "reception/patient.html", context)


@permission_required("reception.change_patient")
@patient_page("information")
def edit_patient(request, patient):
    form = EditPatientForm(posted(request), patient=patient, row=patient)
    context = {"patient": patient, "tab": "information"}
    try:
        if went_through(form, lambda: procedures.update_patient(patient.pk, seen=form.seen, **form.typed), MESSAGES):
            messages.success(request, "The information is saved.")
            say_registered_twice(request, patient)
            return redirect("reception:patient", patient.pk)
    except EditConflict as conflict:
        context["what"] = "information"
        return render_conflict(request, "reception/conflict.html", form, conflict.row, **context)
    return render_form(request, "reception/edit_patient.html", form, **context)


def say_registered_twice(request, patient):
    """Whose records may be of the same person, with the way to merge them, to those who may."""
    pairs = PossibleDuplicate.objects.open().of(patient).select_related("patient", "other_patient")
    for pair in pairs[:PAIRS_SHOWN] if request.user.has_perm("reception.resolve_duplicates") else ():
        other = pair.patient if pair.other_patient_id == patient.pk else pair.other_patient
        merge = reverse("reception:merge_patients", args=[pair.other_patient_id, pair.patient_id])
        said = 'This person may already be registered, as {}, MRN {}: {}. <a href="{}">Same person: merge</a>'
        messages.warning(request, format_html(said, other, mrn(other.mrn), pair.reason, merge))


@permission_required("reception.change_patient")
@patient_page("information")
def deactivate_patient(request, patient):
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: procedures.set_active(patient, False), MESSAGES):
        messages.success(request, f"{patient} is no longer active.")
        return redirect("reception:patient", patient.pk)
    coming = patient.appointments.coming().to_come().count()
    context = {"patient": patient, "tab": "information", "coming": coming}
    return render_form(request, "reception/deactivate_patient.html", form, **context)


@permission_required("reception.change_patient")
@patient_page("information")
def reactivate_patient(request, patient):
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: procedures.set_active(patient, True), MESSAGES):
        messages.success(request, f"{patient} is active again.")
        return redirect("reception:patient", patient.pk)
    return render_form(request, "reception/reactivate_patient.html", form, patient=patient, tab="information")


@permission_required("reception.delete_patient")
@patient_page("information")
def delete_patient(request, patient):
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: procedures.delete_patient(patient.pk), MESSAGES):
        messages.success(request, f"{patient} is deleted.")
        return redirect("reception:patients")
    return render_form(request, "reception/delete_patient.html", form, patient=patient, tab="information")
