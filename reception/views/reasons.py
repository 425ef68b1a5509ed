"""Stating why a record is opened that is not of today."""

from django.shortcuts import get_object_or_404, redirect, render

from emr_site.access import permission_required
from emr_site.answers import posted, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from reception import locums
from reception.forms.reasons import OpenByNumberForm, StateReasonForm
from reception.messages import MESSAGES
from reception.models import Patient, StatedReason
from reception.patient_pages import another_patient, home_of_record, not_of_today


@permission_required("reception.view_patient")
def state_reason(request, patient_id):
    patient = get_object_or_404(Patient.objects.visible_to(request.user), pk=patient_id)
    may_open = locums.may_open(request.user, patient)
    if request.method == "POST" and request.POST.get("patient_id") != str(patient.pk):
        return another_patient(request, patient) if may_open else not_of_today(request, patient)
    if may_open:
        return redirect(home_of_record(request.user), patient.pk)
    form = StateReasonForm(posted(request), patient=patient)

    def state():
        def write():
            return StatedReason.objects.create(patient=patient, user=request.user, **form.typed).pk

        once(form, request.user, write, about=patient.pk)

    if went_through(form, state, MESSAGES):
        return redirect(home_of_record(request.user), patient.pk)
    status = 422 if form.errors else 200
    return render(request, "reception/state_reason.html", {"patient": patient, "form": form}, status=status)


@permission_required("reception.find_patient")
def open_by_number(request):
    """The way to a patient who is not of today: by what the patient has told, and with the reason."""
    form = OpenByNumberForm(posted(request))

    def state():
        if not locums.may_open(request.user, form.cleaned_data["patient"]):
            patient, reason = form.cleaned_data["patient"], form.cleaned_data["reason"]
            StatedReason.objects.create(patient=patient, user=request.user, reason=reason)

    if went_through(form, state, MESSAGES):
        return redirect(home_of_record(request.user), form.cleaned_data["patient"].pk)
    return render_form(request, "reception/open_by_number.html", form)
