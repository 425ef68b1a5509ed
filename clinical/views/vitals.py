"""Vital signs: taken, listed, drawn, and taken back when they were wrong."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clinical.forms.allergies import VoidForm
from clinical.forms.vitals import VitalSignsForm
from clinical.messages import MESSAGES
from clinical.models import VitalSigns
from clinical.vitals import reading
from clinical.vitals.trends import trends_of
from emr_site.access import permission_required
from emr_site.answers import UNREADABLE, posted, render_form
from emr_site.keyset import page_after
from emr_site.once import once
from emr_site.refusals import went_through
from reception.patient_pages import patient_page


@permission_required("clinical.view_vitalsigns")
@patient_page("vital signs")
def vital_signs(request, patient):
    if request.htmx:
        return render(request, "clinical/_vital_signs_list.html", list_of(patient))
    return render(request, "clinical/vital_signs.html", page_of(request, patient))


def list_of(patient):
    """The newest of each measure; two queries."""
    return {"patient": patient, "latest_vitals": reading.latest(patient)}


def page_of(request, patient, **more):
    rows = reading.of_patient(patient).select_related("recorded_by").prefetch_related("ranges")
    page = page_after(request.GET.get("after"), rows, by=("-taken_at", "-id"))
    sets = [(row, reading.readings_of(row)) for row in page]
    form = VitalSignsForm(patient=patient)
    found = {"page": page, "sets": sets, "trends": trends_of(patient), "tab": "vitals", "vitals_form": form}
    return list_of(patient) | found | more


@permission_required("clinical.add_vitalsigns")
@require_POST
@patient_page("vital signs")
def record_vital_signs(request, patient):
    form = VitalSignsForm(request.POST, patient=patient)

    def create():
        return reading.record(patient, request.user, **form.columns)

    if not went_through(form, lambda: once(form, request.user, create, about=patient.pk), MESSAGES):
        if request.htmx:
            context = {"patient": patient, "vitals_form": form}
            return render(request, "clinical/_vital_signs_form.html", context, status=UNREADABLE)
        context = page_of(request, patient, vitals_form=form, form=form)
        return render(request, "clinical/vital_signs.html", context, status=UNREADABLE)
    if not request.htmx:
        messages.success(request, "The measurements are saved.")
        return redirect("clinical:vital_signs", patient.pk)
    fresh = VitalSignsForm(patient=patient, initial={"visit": form.cleaned_data["visit"]})
    context = list_of(patient) | {"vitals_form": fresh, "swap": True}
    return render(request, "clinical/_vital_signs_form.html", context)


@permission_required("clinical.void_vitalsigns")
@patient_page("vital signs")
def void_vital_signs(request, patient, pk):
    row = get_object_or_404(VitalSigns.objects.live().filter(patient=patient), pk=pk)
    form = VoidForm(posted(request), patient=patient)
    if went_through(form, lambda: reading.void(row, request.user, **form.typed), MESSAGES):
        messages.success(request, "The measurements are marked as entered in error.")
        return redirect("clinical:vital_signs", patient.pk)
    context = {"patient": patient, "row": row, "tab": "vitals", "readings": reading.readings_of(row)}
    return render_form(request, "clinical/void_vital_signs.html", form, **context)
