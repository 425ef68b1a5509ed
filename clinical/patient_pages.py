"""What pages of one visit do before their own work."""

from functools import wraps

from django.shortcuts import get_object_or_404

from clinical.models import is_signed
from reception.models import Visit


def with_visit(view):
    """Under patient_page: the view is given the visit of the address, which must be this patient's."""

    @wraps(view)
    def page(request, patient, visit_id, **kwargs):
        visits = Visit.objects.filter(patient=patient).annotate(is_signed=is_signed("pk"))
        visits = visits.select_related("provider", "clinical_record__room", "appointment")
        return view(request, patient, get_object_or_404(visits, pk=visit_id), **kwargs)

    return page
