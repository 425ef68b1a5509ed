"""What every page of one patient does before and after its own work."""

from functools import wraps

from django.http.response import HttpResponseRedirectBase
from django.shortcuts import get_object_or_404, render

from audit.procedures import record_look
from emr_site.answers import CONFLICT
from reception.models import Patient

NOT_TYPED = {"csrfmiddlewaretoken", "patient_id", "idempotency_key", "version"}


def patient_page(part):
    """A view of `part` of a chart: it is given the patient, takes no form of another's, and is noted as a look."""

    def decorate(view):
        @wraps(view)
        def page(request, patient_id, **kwargs):
            patient = get_object_or_404(Patient.objects.visible_to(request.user).with_photo(), pk=patient_id)
            if request.method == "POST" and request.POST.get("patient_id") != str(patient.pk):
                return another_patient(request, patient)
            response = view(request, patient, **kwargs)
            if not isinstance(response, HttpResponseRedirectBase):
                record_look(patient_id=patient.pk, part=part)
            return response

        return page

    return decorate


def another_patient(request, patient):
    """The form that was sent is of another chart than the address: nothing is written, what was typed is shown."""
    typed = [
        (name.replace("_", " ").capitalize(), text)
        for name, text in request.POST.items()
        if text and name not in NOT_TYPED
    ]
    return render(request, "reception/another_patient.html", {"patient": patient, "typed": typed}, status=CONFLICT)
