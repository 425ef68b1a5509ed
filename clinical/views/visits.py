"""The visit on one page: what is known, what is being written, what is decided."""

import hashlib
import re

from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from audit.procedures import record_look
from clinical.favourites import kept_by
from clinical.forms.problems import DiagnosisForm
from clinical.forms.vitals import VitalSignsForm
from clinical.patient_pages import with_visit
from clinical.problems import problems_in_brief
from clinical.summary import current_medicines, latest_tests
from clinical.timeline import timeline_of
from clinical.views.diagnoses import listed, one_press_away
from clinical.views.follow_up import follow_up_of
from clinical.views.notes import note_context
from clinical.views.orders import offered_orders, ordered_at
from clinical.vitals.reading import latest
from emr_site.access import permission_required
from reception.patient_pages import patient_page

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


@permission_required("clinical.view_note")
@require_GET
@patient_page("visit")
@with_visit
def visit(request, patient, visit):
    context = note_context(request, patient, visit) | lists_of(request, patient, visit) | follow_up_of(patient)
    kept = kept_by(request.user)
    context |= offered_orders(patient, visit, user=request.user, kept=kept)
    context |= one_press_away(patient, visit, context["diagnoses"], kept=kept)
    context["vitals_form"] = VitalSignsForm(patient=patient, initial={"visit": visit.pk})
    context["diagnosis_form"] = DiagnosisForm(patient=patient)
    context["earlier"] = [each for each in timeline_of(patient).page if each["id"] != visit.pk][:5]
    # The page asks for news from here on: only for what is newer.
    context["lists_etag"] = etag_of(render_to_string("clinical/_visit_lists.html", context, request))
    return render(request, "clinical/visit.html", context)


def lists_of(request, patient, visit):
    """What others may change while the page is open."""
    return {
        "patient": patient,
        "visit": visit,
        "medicines": current_medicines(patient),
        "tests": latest_tests(patient),
        "problems": problems_in_brief(patient),
        "latest_vitals": latest(patient),
        **listed(patient, visit, user=request.user),
        **ordered_at(visit, user=request.user),
    }


@permission_required("clinical.view_note")
@require_GET
@patient_page(None)
@with_visit
def visit_news(request, patient, visit):
    """The lists of the visit's page as they are now; 304 while nothing has changed. What is sent is a look."""
    text = render_to_string("clinical/_visit_lists.html", lists_of(request, patient, visit), request)
    etag = etag_of(text)
    if request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified(headers={"ETag": etag})
    record_look(patient_id=patient.pk, part="visit")
    return HttpResponse(text, headers={"ETag": etag})


def etag_of(text):
    """Of what a fragment says; the forms' tokens are different in every answer."""
    return f'"{hashlib.sha256(TOKEN.sub("", text).encode()).hexdigest()[:32]}"'
