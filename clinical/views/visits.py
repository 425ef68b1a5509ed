"""The visit on one page: what is known, what is being written, what is decided."""

import hashlib

from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from clinical.forms.problems import DiagnosisForm
from clinical.forms.vitals import VitalSignsForm
from clinical.patient_pages import with_visit
from clinical.problems import live_problems
from clinical.summary import current_medicines, latest_tests
from clinical.timeline import timeline_of
from clinical.views.diagnoses import asked
from clinical.views.follow_up import follow_up_of
from clinical.views.notes import note_context
from clinical.views.orders import orders_of
from clinical.vitals.reading import latest
from emr_site.access import permission_required
from reception.patient_pages import patient_page


@permission_required("clinical.view_note")
@require_GET
@patient_page("visit")
@with_visit
def visit(request, patient, visit):
    context = note_context(request, patient, visit) | lists_of(request, patient, visit) | follow_up_of(patient)
    context["vitals_form"] = VitalSignsForm(patient=patient, initial={"visit": visit.pk})
    context["diagnosis_form"] = DiagnosisForm(patient=patient)
    context["earlier"] = [each for each in timeline_of(patient).page if each["id"] != visit.pk][:5]
    return render(request, "clinical/visit.html", context)


def lists_of(request, patient, visit):
    """What others may change while the page is open."""
    return {
        "patient": patient,
        "visit": visit,
        "medicines": current_medicines(patient),
        "tests": latest_tests(patient),
        "problems": live_problems(patient),
        "latest_vitals": latest(patient),
        **asked(patient, visit),
        **orders_of(patient, visit, user=request.user),
    }


@permission_required("clinical.view_note")
@require_GET
@patient_page(None)
@with_visit
def visit_news(request, patient, visit):
    """The lists of the visit's page as they are now; 304 while nothing has changed."""
    text = render_to_string("clinical/_visit_lists.html", lists_of(request, patient, visit), request)
    etag = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified(headers={"ETag": etag})
    return HttpResponse(text, headers={"ETag": etag})
