"""The chart of a patient, and its visits and records page by page."""

from django.shortcuts import render
from django.utils import timezone

from clinical.models import Prescription, Test
from clinical.timeline import timeline_of
from emr_site.access import permission_required
from reception.models import Visit
from reception.patient_pages import patient_page

MEDICINES, TESTS = 30, 8  # on the summary; the rest stands on pages of their own


@permission_required("clinical.view_chart")
@patient_page("chart")
def chart(request, patient):
    context = {
        "patient": patient,
        "tab": "summary",
        "visit": open_visit(patient),
        "medicines": Prescription.objects.of(patient).current().newest_first()[:MEDICINES],
        "tests": Test.objects.of(patient).newest_first()[:TESTS],
        "timeline": timeline_of(patient),
    }
    return render(request, "clinical/chart.html", context)


@permission_required("clinical.view_chart")
@patient_page("visits")
def visits(request, patient):
    return timeline_page(request, patient, tab="visits")


@permission_required("clinical.view_clinicalrecord")
@patient_page("records")
def records(request, patient):
    return timeline_page(request, patient, tab="records")


def timeline_page(request, patient, *, tab):
    """One page of the timeline: whole, or as the fragment that follows what is on the screen."""
    # A page that is opened by itself has said no year yet.
    said_year = request.GET.get("year") if request.htmx else None
    timeline = timeline_of(patient, after=request.GET.get("after"), said_year=said_year, with_record=tab == "records")
    template = "clinical/_timeline.html" if request.htmx else "clinical/timeline.html"
    context = {
        "patient": patient,
        "tab": tab,
        "timeline": timeline,
        "more_of": f"clinical:{tab}",
        "in_full": tab == "records",
        # Whoever pressed "Earlier" reads on at the first of them, not at the top of the page.
        "focus": timeline.first.pk if request.htmx and timeline.first else None,
    }
    return render(request, template, context)


def open_visit(patient):
    """Today's visit that has begun at the desk and not yet ended; None when the patient is not here."""
    here = Visit.objects.filter(patient=patient, date=timezone.localdate(), arrived_at__isnull=False, left_at=None)
    return here.select_related("provider", "clinical_record").newest_first().first()
