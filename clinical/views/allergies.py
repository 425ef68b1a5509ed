"""The allergies of a patient: the list, and each that is written, changed, verified, ended or taken for an error."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clinical import allergies as chart
from clinical.forms.allergies import AnswerForm, CreateAllergyForm, UpdateAllergyForm, VoidForm
from clinical.messages import MESSAGES
from clinical.models import Allergy, AllergyStatement
from clinical.substances import substances
from emr_site.access import permission_required
from emr_site.answers import UNREADABLE, posted, render_conflict, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from emr_site.versions import EditConflict
from reception.forms.of_patient import PatientForm
from reception.patient_pages import patient_page

CREATE = "clinical/create_allergy.html"
FORM = "clinical/_allergy_form.html"
LIST = "clinical/_allergy_list.html"
ASKED = (AllergyStatement.Answer.NONE_KNOWN, AllergyStatement.Answer.NOT_ASKED)


def list_of(patient, **more):
    """What the list's fragment takes; two queries."""
    latest = chart.answers_of(patient).first()
    answers = [(answer.label, AnswerForm(patient=patient, initial={"answer": answer})) for answer in ASKED]
    rows = chart.live_allergies(patient)
    warns = any(each.certainty != Allergy.Certainty.REFUTED for each in rows)
    return {"patient": patient, "rows": rows, "warns": warns, "latest": latest, "answers": answers, **more}


def page_of(patient, **extra):
    """What the whole page takes besides: what stood on the list before, and every answer; two queries more."""
    past = patient.allergies.exclude(voided_at=None, ended_at=None).select_related("ended_by", "voided_by")
    more = {"past": past.order_by("-pk"), "statements": chart.answers_of(patient), "tab": "allergies"}
    return list_of(patient, **more, **extra)


@permission_required("clinical.view_allergy")
@patient_page("allergies")
def allergies(request, patient):
    if request.htmx:
        return render(request, LIST, list_of(patient))
    return render(request, "clinical/allergies.html", page_of(patient))


@permission_required("clinical.add_allergy")
@patient_page("allergies")
def create_allergy(request, patient):
    initial = {"visit_id": request.GET.get("visit")}
    form = CreateAllergyForm(posted(request), patient=patient, initial=initial)

    def record():
        return chart.record_allergy(patient, by=request.user, **form.typed)

    context = {"patient": patient, "substances": substances(), "tab": "allergies"}
    if not went_through(form, lambda: once(form, request.user, record, about=patient.pk), MESSAGES):
        return render_form(request, FORM if request.htmx else CREATE, form, **context)
    if request.htmx:
        fresh = CreateAllergyForm(patient=patient, initial={"visit_id": form.cleaned_data["visit_id"]})
        return render(request, FORM, {**context, **list_of(patient), "form": fresh, "swap": True})
    messages.success(request, f"{form.cleaned_data['substance']} is on the list of allergies.")
    return redirect("clinical:allergies", patient.pk)


@permission_required("clinical.change_allergy")
@patient_page("allergies")
def update_allergy(request, patient, pk):
    context = about(patient, pk) | {"substances": substances()}
    form = UpdateAllergyForm(posted(request), patient=patient, row=context["allergy"])
    try:
        if went_through(form, lambda: chart.change_allergy(pk, seen=form.seen, **form.typed), MESSAGES):
            messages.success(request, "The allergy is saved.")
            return redirect("clinical:allergies", patient.pk)
    except EditConflict as conflict:
        return render_conflict(request, "clinical/conflict.html", form, conflict.row, what="allergy", **context)
    return render_form(request, "clinical/update_allergy.html", form, **context)


@permission_required("clinical.change_allergy")
@require_POST
@patient_page("allergies")
def verify_allergy(request, patient, pk):
    return one_click(request, patient, pk, chart.verify_allergy, "{} is verified today.")


@permission_required("clinical.change_allergy")
@require_POST
@patient_page("allergies")
def end_allergy(request, patient, pk):
    return one_click(request, patient, pk, chart.end_allergy, "{} has ended, and is kept as history.")


def one_click(request, patient, pk, write, said):
    row = about(patient, pk)["allergy"]
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: write(pk, by=request.user), MESSAGES):
        return done(request, patient, said.format(row))
    return refused(request, patient, form)


@permission_required("clinical.void_allergy")
@patient_page("allergies")
def void_allergy(request, patient, pk):
    context = about(patient, pk)
    form = VoidForm(posted(request), patient=patient)

    def void():
        chart.void_allergy(pk, by=request.user, reason=form.cleaned_data["reason"])

    if went_through(form, void, MESSAGES):
        messages.success(request, f"{context['allergy']} is marked as entered in error.")
        return redirect("clinical:allergies", patient.pk)
    return render_form(request, "clinical/void_allergy.html", form, **context)


@permission_required("clinical.add_allergy")
@require_POST
@patient_page("allergies")
def state_allergies(request, patient):
    form = AnswerForm(posted(request), patient=patient)

    def state():
        return chart.state_answer(patient, form.cleaned_data["answer"], by=request.user)

    if went_through(form, lambda: once(form, request.user, state, about=patient.pk), MESSAGES):
        return done(request, patient, "The answer is recorded.")
    return refused(request, patient, form)


def done(request, patient, said):
    if request.htmx:
        return render(request, LIST, list_of(patient))
    messages.success(request, said)
    return redirect("clinical:allergies", patient.pk)


def refused(request, patient, form):
    if request.htmx:
        return render(request, LIST, list_of(patient, refused=form), status=UNREADABLE)
    return render_form(request, "clinical/allergies.html", form, **page_of(patient, refused=form))


def about(patient, pk):
    return {"patient": patient, "allergy": get_object_or_404(Allergy, patient=patient, pk=pk), "tab": "allergies"}
