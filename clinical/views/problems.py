"""The problem list: added to, corrected, resolved, reopened, and voided where it was wrong."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from clinical import problems as written
from clinical.forms.problems import (
    AddProblemForm,
    ResolveProblemForm,
    UpdateProblemForm,
    VoidProblemForm,
    first_day,
)
from clinical.icd10 import find
from clinical.messages import MESSAGES
from clinical.models import Problem
from clinical.problems import live_problems, problems_in_brief
from emr_site.access import permission_required
from emr_site.answers import posted, render_conflict, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from emr_site.versions import EditConflict
from reception.forms.of_patient import PatientForm
from reception.patient_pages import patient_page


@permission_required("clinical.view_problem")
@patient_page("problems")
def problems(request, patient):
    """The page has them all; a box beside others as many as it shows."""
    if request.htmx:
        context = {"patient": patient, "problems": problems_in_brief(patient)}
        return render(request, "clinical/_problem_list.html", context)
    context = {"patient": patient, "tab": "problems", "problems": live_problems(patient)}
    if request.user.has_perm("clinical.add_problem"):
        context["form"] = AddProblemForm(patient=patient)
    return render(request, "clinical/problems.html", context)


@permission_required("clinical.add_problem")
@patient_page("problem")
def add_problem(request, patient):
    form = AddProblemForm(posted(request), patient=patient, initial={"visit_id": request.GET.get("visit")})

    def add():
        cleaned = form.cleaned_data
        onset = {"onset_as": cleaned["onset"], "onset_on": first_day(cleaned["onset"])}
        told = {"code": cleaned["code"], "words": cleaned["words"], "visit_id": cleaned["visit_id"]}
        return written.record(patient, **told, **onset, by=request.user)

    if went_through(form, lambda: once(form, request.user, add), MESSAGES):
        return added(request, patient, form)
    typed = form["q"].value() or ""
    context = {"patient": patient, "tab": "problems", "typed": typed, "options": find(typed) if typed else []}
    template = "clinical/_problem_form.html" if request.htmx else "clinical/add_problem.html"
    return render_form(request, template, form, **context)


def added(request, patient, form):
    if not request.htmx:
        messages.success(request, "The problem is on the list.")
        return redirect("clinical:problems", patient.pk)
    empty = AddProblemForm(patient=patient, initial={"visit_id": form.cleaned_data["visit_id"]})
    empty.fields["q"].widget.attrs["autofocus"] = True  # on to the next one
    context = {"patient": patient, "form": empty, "problems": problems_in_brief(patient), "swap": True}
    return render(request, "clinical/_problem_added.html", context)


@permission_required("clinical.change_problem")
@patient_page("problem")
def update_problem(request, patient, pk):
    context = about(patient, pk)
    form = UpdateProblemForm(posted(request), patient=patient, row=context["problem"])

    def update():
        columns = form.typed
        onset = columns.pop("onset")
        written.update(pk, seen=form.seen, onset_as=onset, onset_on=first_day(onset), **columns)

    try:
        if went_through(form, update, MESSAGES):
            return done(request, patient, "The problem is saved.")
    except EditConflict as conflict:
        return render_conflict(request, "clinical/conflict.html", form, conflict.row, what="problem", **context)
    return render_form(request, "clinical/update_problem.html", form, **context)


@permission_required("clinical.change_problem")
@patient_page("problem")
def resolve_problem(request, patient, pk):
    context = about(patient, pk)
    form = ResolveProblemForm(posted(request), patient=patient)
    if went_through(form, lambda: written.resolve(pk, on=form.cleaned_data["resolved_on"]), MESSAGES):
        return done(request, patient, "The problem is resolved.")
    return render_form(request, "clinical/resolve_problem.html", form, **context)


@permission_required("clinical.change_problem")
@patient_page("problem")
def reopen_problem(request, patient, pk):
    context = about(patient, pk)
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: written.reopen(pk), MESSAGES):
        return done(request, patient, "The problem is active again.")
    return render_form(request, "clinical/reopen_problem.html", form, **context)


@permission_required("clinical.void_problem")
@patient_page("problem")
def void_problem(request, patient, pk):
    context = about(patient, pk)
    form = VoidProblemForm(posted(request), patient=patient)
    if went_through(form, lambda: written.void(pk, by=request.user, reason=form.cleaned_data["reason"]), MESSAGES):
        return done(request, patient, "The problem is voided: it was entered in error.")
    return render_form(request, "clinical/void_problem.html", form, **context)


def done(request, patient, sentence):
    messages.success(request, sentence)
    return redirect("clinical:problems", patient.pk)


def about(patient, pk):
    problem = get_object_or_404(Problem.objects.of(patient).live(), pk=pk)
    return {"patient": patient, "problem": problem, "tab": "problems"}
