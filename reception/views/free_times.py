"""The free times beside a form that books or moves, looked for anew as its provider, type or day changes."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from emr_site.access import permission_required
from reception.forms.free_times import FreeTimesForm


@permission_required("reception.view_appointment")
@require_GET
def free_times(request):
    return render(request, "reception/_free_times.html", {"free": FreeTimesForm(request.GET).find()})
