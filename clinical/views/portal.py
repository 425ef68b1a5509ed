"""A patient's own pages of the chart: each begins with one's own record, so that no other is within reach."""

from django.shortcuts import get_object_or_404, render

from audit.procedures import record_look
from emr_site.access import permission_required
from emr_site.keyset import page_after
from reception.models import Patient

NEWEST_FIRST = ("-prescribed_on", "-id")
MANY = 20


@permission_required("clinical.view_my_prescriptions")
def my_prescriptions(request):
    """What I take now, and what I took before, newest first."""
    mine = my_medicines(request.user)
    past = page_after(request.GET.get("after"), mine.ended(), by=NEWEST_FIRST, size=MANY)
    current = mine.current().order_by(*NEWEST_FIRST) if past.is_first else []
    context = {"current": current, "past": past, "place": "prescriptions"}
    return render(request, "clinical/my_prescriptions.html", context)


@permission_required("clinical.view_my_prescriptions")
def my_prescription(request, pk):
    """One medicine of mine: how much, how to take it, who prescribed it."""
    prescription = get_object_or_404(my_medicines(request.user).select_related("provider"), pk=pk)
    context = {"prescription": prescription, "place": "prescriptions"}
    return render(request, "clinical/my_prescription.html", context)


def my_medicines(user):
    """The prescriptions of the patient that the signed-in person is; the look at them is recorded."""
    patient = get_object_or_404(Patient, user=user)
    record_look(patient_id=patient.pk, part="my prescriptions")
    return patient.prescriptions.all()
