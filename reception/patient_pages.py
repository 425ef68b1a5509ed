"""What every page of one patient does before and after its own work."""

from functools import wraps

from django.contrib import messages
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import get_object_or_404, redirect, render

from audit.procedures import record_look
from emr_site.answers import CONFLICT, UNREADABLE
from emr_site.templatetags.emr import mrn
from reception import locums
from reception.forms.reasons import StateReasonForm
from reception.merging import record_of
from reception.models import Patient

FORBIDDEN = 403
NOT_TYPED = {"csrfmiddlewaretoken", "patient_id", "idempotency_key", "version"}


def patient_page(part):
    """A view of `part` of a chart: it is given the patient, takes no form of another's, and is noted as a look.

    None is no part: what a page that was looked at asks for by itself.
    """

    def decorate(view):
        @wraps(view)
        def page(request, patient_id, **kwargs):
            patient = get_object_or_404(Patient.objects.visible_to(request.user).with_photo(), pk=patient_id)
            if (instead := page_instead(request, patient, kwargs)) is not None:
                return instead
            response = view(request, patient, **kwargs)
            if response.status_code == UNREADABLE and (merged := merged_meanwhile(patient)):
                return merged_patient(request, merged, kwargs)
            if part and not isinstance(response, HttpResponseRedirectBase):
                record_look(patient_id=patient.pk, part=part)
            return response

        return page

    return decorate


def page_instead(request, patient, others):
    """What is answered in place of a page that may not be opened, or not of this record; None where it may."""
    if not locums.may_open(request.user, record_of(patient)):
        return not_of_today(request, record_of(patient))
    if request.method == "POST" and request.POST.get("patient_id") != str(patient.pk):
        return another_patient(request, patient)
    return merged_patient(request, patient, others) if patient.merged_into_id else None


def not_of_today(request, patient):
    """A record that opens to a stated reason alone; that it was asked for is kept among the refusals."""
    context = {"patient": patient, "form": StateReasonForm(patient=patient)}
    return render(request, "reception/state_reason.html", context, status=FORBIDDEN)


def home_of_record(user):
    """The page on which a record opens for this person."""
    return "clinical:chart" if user.has_perm("clinical.view_chart") else "reception:patient"


def another_patient(request, patient):
    """The form that was sent is of another chart than the address: nothing is written, what was typed is shown."""
    context = {"patient": patient, "typed": typed(request)}
    return render(request, "reception/another_patient.html", context, status=CONFLICT)


def typed(request):
    return [
        (name.replace("_", " ").capitalize(), text)
        for name, text in request.POST.items()
        if text and name not in NOT_TYPED
    ]


def merged_meanwhile(patient):
    """The patient as the record is now, when a merge was quicker than the form that the database has just refused."""
    return Patient.objects.filter(pk=patient.pk).exclude(merged_into=None).first()


def merged_patient(request, patient, others):
    """An old address, or number, leads to the record that has taken this one's place; a form is not written there."""
    kept = record_of(patient)
    if request.method == "POST":
        context = {"patient": kept, "old": patient, "typed": typed(request)}
        return render(request, "reception/merged_patient.html", context, status=CONFLICT)
    messages.info(request, f"Record {mrn(patient.mrn)} was merged into this one.")
    match = request.resolver_match
    # What belonged to the old record is now the other's, and is found there.
    if others:
        return redirect("reception:patient", kept.pk)
    return redirect(match.view_name, kept.pk)
