"""What a visit was about: chosen from the patient's problems or from the list, and removed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clinical import problems as written
from clinical.favourites import diagnoses_usual_to, kept_by, stars_first
from clinical.forms.problems import DiagnosisForm
from clinical.icd10 import find
from clinical.messages import MESSAGES
from clinical.models import Problem
from clinical.patient_pages import with_visit
from clinical.problems import diagnoses_of
from emr_site.access import permission_required
from emr_site.answers import posted, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from reception.forms.of_patient import PatientForm
from reception.patient_pages import patient_page

MOST_USUAL = 5


@permission_required("clinical.view_visitdiagnosis")
@patient_page("diagnoses")
@with_visit
def diagnoses(request, patient, visit):
    if request.htmx:
        return render(request, "clinical/_diagnosis_list.html", listed(patient, visit, user=request.user))
    may_add = request.user.has_perm("clinical.add_visitdiagnosis") and not visit.is_signed
    form = DiagnosisForm(patient=patient) if may_add else None
    return render(request, "clinical/diagnoses.html", asked(patient, visit, user=request.user) | {"form": form})


@permission_required("clinical.add_visitdiagnosis")
@patient_page("diagnoses")
@with_visit
def add_diagnosis(request, patient, visit):
    form = DiagnosisForm(posted(request), patient=patient)

    def add():
        told = {name: form.cleaned_data[name] for name in ("code", "words")}
        return written.diagnose(visit, **told, by=request.user)

    if went_through(form, lambda: once(form, request.user, add, about=visit.pk), MESSAGES):
        return changed(request, patient, visit, "The diagnosis is recorded.")
    typed = form["q"].value() or ""
    context = asked(patient, visit, user=request.user) | {"typed": typed, "options": find(typed)}
    template = "clinical/_diagnosis_form.html" if request.htmx else "clinical/diagnoses.html"
    return render_form(request, template, form, **context)


@permission_required("clinical.remove_visitdiagnosis")
@require_POST
@patient_page("diagnoses")
@with_visit
def remove_diagnosis(request, patient, visit, pk):
    row = get_object_or_404(visit.diagnoses.live(), pk=pk)
    form = PatientForm(request.POST, patient=patient)
    if went_through(form, lambda: written.remove_diagnosis(row.pk, by=request.user), MESSAGES):
        return changed(request, patient, visit, "The diagnosis is removed from the visit.")
    return render_form(request, "clinical/diagnoses.html", form, **asked(patient, visit, user=request.user))


def changed(request, patient, visit, sentence):
    """The fresh form and the list beside it, or the page of both."""
    if not request.htmx:
        messages.success(request, sentence)
        return redirect("clinical:diagnoses", patient.pk, visit.pk)
    context = asked(patient, visit, user=request.user) | {"form": DiagnosisForm(patient=patient), "swap": True}
    return render(request, "clinical/_diagnosis_changed.html", context)


def listed(patient, visit, *, user):
    found = diagnoses_of(visit, starred_by=user)
    return {"patient": patient, "visit": visit, "tab": "visits", "diagnoses": found}


def asked(patient, visit, *, user):
    """What the form and the list need; four queries."""
    context = listed(patient, visit, user=user)
    return context | one_press_away(patient, visit, context["diagnoses"], kept=kept_by(user))


def one_press_away(patient, visit, recorded, *, kept):
    """The patient's own problems, then what is starred, and what the visit's provider records lately and most; without
    what is recorded."""
    known = {each.problem_id for each in recorded}
    active = Problem.objects.of(patient).active().order_by("description", "id")
    own = [each for each in active if each.pk not in known]
    shown = {each.icd10_code_id for each in (*own, *(row.problem for row in recorded))}
    usual = [each for each in diagnoses_usual_to(visit.provider_id) if each["code"] not in shown]
    starred = [each for each in kept["diagnosis"] if each.icd10_code_id not in shown]
    return {"own": own, "usual_diagnoses": stars_first(starred, usual[:MOST_USUAL])}
