"""Medicines: prescribed, corrected, ended, and taken back for a day."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from clinical import procedures
from clinical.forms import CreatePrescriptionForm, EndPrescriptionForm, UpdatePrescriptionForm
from clinical.messages import MESSAGES
from clinical.models import Prescription
from clinical.summary import current_medicines
from emr_site.access import permission_required
from emr_site.answers import posted, render_conflict, render_form
from emr_site.keyset import page_after
from emr_site.once import once
from emr_site.refusals import went_through
from emr_site.versions import EditConflict
from reception.forms.of_patient import PatientForm
from reception.models import Provider
from reception.patient_pages import patient_page

CURRENT = 100


@permission_required("clinical.view_prescription")
@patient_page("prescriptions")
def prescriptions(request, patient):
    if request.htmx:
        context = {"patient": patient, "medicines": current_medicines(patient)}
        return render(request, "clinical/_current_medicines.html", context)
    of_patient = Prescription.objects.of(patient)
    context = {
        "patient": patient,
        "tab": "prescriptions",
        "current": of_patient.current().newest_first()[:CURRENT],
        "ended": page_after(request.GET.get("after"), of_patient.ended(), by=("-prescribed_on", "-id")),
    }
    return render(request, "clinical/prescriptions.html", context)


@permission_required("clinical.view_prescription")
@patient_page("prescription")
def prescription(request, patient, pk):
    return render(request, "clinical/prescription.html", about(patient, pk))


@permission_required("clinical.add_prescription")
@patient_page("prescription")
def create_prescription(request, patient):
    form = CreatePrescriptionForm(posted(request), patient=patient, initial={"visit": request.GET.get("visit")})

    def create():
        prescriber = Provider.objects.filter(user=request.user).first()
        return procedures.create_prescription(patient.pk, provider=prescriber, **form.typed)

    if went_through(form, lambda: once(form, request.user, create), MESSAGES):
        messages.success(request, f"{form.cleaned_data['medication']} is prescribed.")
        return redirect("clinical:prescriptions", patient.pk)
    return render_form(request, "clinical/create_prescription.html", form, patient=patient, tab="prescriptions")


@permission_required("clinical.change_prescription")
@patient_page("prescription")
def update_prescription(request, patient, pk):
    context = about(patient, pk)
    form = UpdatePrescriptionForm(posted(request), patient=patient, row=context["prescription"])

    def update():
        procedures.update_prescription(pk, patient_id=patient.pk, seen=form.seen, **form.typed)

    try:
        if went_through(form, update, MESSAGES):
            messages.success(request, "The prescription is saved.")
            return redirect("clinical:prescription", patient.pk, pk)
    except EditConflict as conflict:
        return render_conflict(request, "clinical/conflict.html", form, conflict.row, what="prescription", **context)
    return render_form(request, "clinical/update_prescription.html", form, **context)


@permission_required("clinical.end_prescription")
@patient_page("prescription")
def end_prescription(request, patient, pk):
    context = about(patient, pk)
    form = EndPrescriptionForm(posted(request), patient=patient)
    if went_through(form, lambda: procedures.end_prescription(pk, **form.typed), MESSAGES):
        messages.success(request, f"{context['prescription'].medication} is ended.")
        return redirect("clinical:prescriptions", patient.pk)
    return render_form(request, "clinical/end_prescription.html", form, **context)


@permission_required("clinical.delete_prescription")
@patient_page("prescription")
def delete_prescription(request, patient, pk):
    context = about(patient, pk)
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: procedures.delete_prescription(pk), MESSAGES):
        messages.success(request, f"{context['prescription'].medication} is deleted.")
        return redirect("clinical:prescriptions", patient.pk)
    return render_form(request, "clinical/delete_prescription.html", form, **context)


def about(patient, pk):
    of_patient = Prescription.objects.of(patient).with_lock().select_related("provider", "visit")
    return {"patient": patient, "prescription": get_object_or_404(of_patient, pk=pk), "tab": "prescriptions"}
