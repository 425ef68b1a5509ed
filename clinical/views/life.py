"""The history of a patient: family, operations, social life, smoking."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from clinical import life
from clinical.forms.allergies import VoidForm
from clinical.forms.life import FORMS
from clinical.messages import MESSAGES
from emr_site.access import permission_required
from emr_site.answers import posted, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from reception.patient_pages import patient_page

FORM = "clinical/_history_form.html"
LIST = "clinical/_history_list.html"


def list_of(patient):
    """What the list's fragment takes; four queries."""
    parts, more = life.history_in_brief(patient)
    return {"patient": patient, "parts": parts, "more": more, "tab": "history"}


@permission_required("clinical.view_history")
@patient_page("history")
def history(request, patient):
    """The page has all of it; a box beside others as much as it shows."""
    if request.htmx:
        return render(request, LIST, list_of(patient))
    context = {"patient": patient, "parts": life.live_history(patient), "tab": "history"}
    return render(request, "clinical/history.html", context)


@permission_required("clinical.add_history")
@patient_page("history")
def add_history(request, patient, part):
    form = FORMS[part](posted(request), patient=patient, initial={"visit_id": request.GET.get("visit")})
    context = {"patient": patient, "part": part, "title": life.TITLES[part], "tab": "history"}
    context["action"] = request.path

    def add():
        return life.add(part, patient, by=request.user, **form.typed)

    if not went_through(form, lambda: once(form, request.user, add, about=patient.pk), MESSAGES):
        return render_form(request, FORM if request.htmx else "clinical/add_history.html", form, **context)
    if request.htmx:
        fresh = FORMS[part](patient=patient, initial={"visit_id": form.cleaned_data["visit_id"]})
        return render(request, FORM, {**context, **list_of(patient), "form": fresh, "swap": True})
    messages.success(request, f"{life.TITLES[part]}: saved.")
    return redirect("clinical:history", patient.pk)


@permission_required("clinical.void_history")
@patient_page("history")
def void_history(request, patient, part, pk):
    row = get_object_or_404(life.MODELS[part], patient=patient, pk=pk)
    form = VoidForm(posted(request), patient=patient)

    def void():
        life.void(part, pk, by=request.user, reason=form.cleaned_data["reason"])

    if went_through(form, void, MESSAGES):
        messages.success(request, "The entry is marked as entered in error.")
        return redirect("clinical:history", patient.pk)
    return render_form(request, "clinical/void_history.html", form, patient=patient, row=row, tab="history")
