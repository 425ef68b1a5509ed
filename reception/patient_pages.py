"""What every page of one patient at the front desk does before and after its own work."""

from functools import wraps

from django.shortcuts import get_object_or_404, render

from audit.procedures import record_look
from reception.models import Patient

UNREADABLE = 422


def patient_page(part):
    """A view of `part` of what the desk knows of a patient: it is given the patient, and is noted as a look."""

    def decorate(view):
        @wraps(view)
        def page(request, patient_id, **kwargs):
            patient = get_object_or_404(Patient.objects.visible_to(request.user), pk=patient_id)
            response = view(request, patient, **kwargs)
            if response.status_code in (200, UNREADABLE):
                record_look(patient_id=patient.pk, part=part)
            return response

        return page

    return decorate


def render_form(request, template, form, **context):
    return render(request, template, {"form": form, **context}, status=UNREADABLE if form.errors else 200)
