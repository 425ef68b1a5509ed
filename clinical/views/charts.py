"""The chart of a patient, and its visits and records page by page."""

from django.shortcuts import render

from clinical.problems import problems_in_brief
from clinical.summary import current_medicines, latest_tests
from clinical.timeline import open_visit, timeline_of
from clinical.vitals.trends import summary_of
from emr_site.access import permission_required
from reception.patient_pages import patient_page


@permission_required("clinical.view_chart")
@patient_page("chart")
def chart(request, patient):
    """Each part for those who may see it."""
    may = request.user.has_perm
    timeline = timeline_of(patient)
    context = {
        "patient": patient,
        "tab": "summary",
        "visit": open_visit(patient, timeline),
        "medicines": current_medicines(patient) if may("clinical.view_prescription") else None,
        "tests": latest_tests(patient) if may("clinical.view_test") else None,
        "problems": problems_in_brief(patient) if may("clinical.view_problem") else None,
        "timeline": timeline,
    }
    if may("clinical.view_vitalsigns"):
        context |= summary_of(patient)
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
        "focus": timeline.first["id"] if request.htmx and timeline.first else None,
    }
    return render(request, template, context)
