"""The clinical record of one visit: written once, corrected as long as need be, taken back for a day."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clinical import procedures
from clinical.forms import CreateClinicalRecordForm, UpdateClinicalRecordForm
from clinical.messages import MESSAGES
from clinical.models import ClinicalRecord, Prescription, Test
from clinical.patient_pages import with_visit
from clinical.views.notes import signed_state
from emr_site.access import permission_required
from emr_site.answers import posted, render_conflict, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from emr_site.versions import EditConflict
from reception.forms.of_patient import PatientForm
from reception.patient_pages import patient_page


@permission_required("clinical.view_clinicalrecord")
@patient_page("record")
@with_visit
def clinical_record(request, patient, visit):
    context = {
        **about(patient, visit),
        **signed_state(request.user, visit),
        "prescriptions": Prescription.objects.filter(visit=visit).order_by("id"),
        "tests": Test.objects.filter(visit=visit).with_lock().select_related("visit").order_by("date", "id"),
    }
    return render(request, "clinical/clinical_record.html", context)


@permission_required("clinical.sign_note")
@require_POST
@patient_page("record")
@with_visit
def start_visit(request, patient, visit):
    procedures.start_visit(visit.pk)
    return redirect("clinical:visit", patient.pk, visit.pk)


@permission_required("clinical.add_clinicalrecord")
@patient_page("record")
@with_visit
def create_clinical_record(request, patient, visit):
    """A visit has one record: whoever asks for an empty form where there is one is led to it."""
    if request.method == "GET" and ClinicalRecord.objects.filter(visit=visit).exists():
        return redirect("clinical:clinical_record", patient.pk, visit.pk)
    form = CreateClinicalRecordForm(posted(request), patient=patient)

    def create():
        return procedures.create_clinical_record(visit.pk, **form.typed)

    if went_through(form, lambda: once(form, request.user, create, about=visit.pk), MESSAGES):
        messages.success(request, "The clinical record is saved.")
        return redirect("clinical:clinical_record", patient.pk, visit.pk)
    return render_form(request, "clinical/create_clinical_record.html", form, **about(patient, visit))


@permission_required("clinical.change_clinicalrecord")
@patient_page("record")
@with_visit
def update_clinical_record(request, patient, visit):
    record = get_object_or_404(ClinicalRecord.objects.select_related("room"), visit=visit)
    form = UpdateClinicalRecordForm(posted(request), patient=patient, row=record)

    def update():
        procedures.update_clinical_record(record.pk, seen=form.seen, **form.typed)

    try:
        if went_through(form, update, MESSAGES):
            messages.success(request, "The clinical record is saved.")
            return redirect("clinical:clinical_record", patient.pk, visit.pk)
    except EditConflict as conflict:
        return render_conflict(
            request, "clinical/conflict.html", form, conflict.row, what="clinical record", **about(patient, visit)
        )
    return render_form(request, "clinical/update_clinical_record.html", form, **about(patient, visit))


@permission_required("clinical.delete_clinicalrecord")
@patient_page("record")
@with_visit
def delete_clinical_record(request, patient, visit):
    record = get_object_or_404(ClinicalRecord, visit=visit)
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: procedures.delete_clinical_record(record.pk), MESSAGES):
        messages.success(request, "The clinical record is deleted.")
        return redirect("clinical:clinical_record", patient.pk, visit.pk)
    return render_form(request, "clinical/delete_clinical_record.html", form, **about(patient, visit))


def about(patient, visit):
    return {"patient": patient, "visit": visit, "tab": "records"}
