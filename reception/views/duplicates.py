"""The worklist of records that may be of one person, and what becomes of them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from emr_site.access import permission_required
from emr_site.answers import posted, render_form
from emr_site.keyset import page_after
from emr_site.refusals import went_through
from emr_site.templatetags.emr import mrn
from reception import merging
from reception.comparing import compared, of_two_people
from reception.duplicates import State, decide
from reception.forms.duplicates import MergePatientsForm, NotDuplicatesForm, OtherRecordForm
from reception.forms.of_patient import PatientForm
from reception.messages import MESSAGES
from reception.models import Patient, PossibleDuplicate
from reception.patient_pages import patient_page

RIGHT = "reception.resolve_duplicates"
PAGE = 10


@permission_required(RIGHT)
def duplicates(request):
    pairs = PossibleDuplicate.objects.open().select_related("patient", "other_patient", "registered_by")
    page = page_after(request.GET.get("after"), pairs, by=("-id",), size=PAGE)
    shown = [(pair, *side_by_side(*merging.one_to_keep(pair.other_patient, pair.patient))) for pair in page]
    return render(request, "reception/duplicates.html", {"page": page, "shown": shown})


def side_by_side(kept, other):
    return kept, other, compared(kept, other)


@permission_required(RIGHT)
@require_POST
def not_duplicates(request, pk):
    pair = get_object_or_404(PossibleDuplicate, pk=pk)
    form = NotDuplicatesForm(request.POST)
    if not form.is_valid():
        messages.error(request, "The note is too long. Write at most 255 letters.")
    elif decide(pair, State.DIFFERENT, by=request.user, note=form.cleaned_data["note"]):
        messages.success(request, "Noted: these are two people.")
    else:
        messages.error(request, "Somebody else has decided on these two meanwhile.")
    return redirect("reception:duplicates")


@permission_required(RIGHT)
@patient_page("information")
def choose_other(request, patient):
    """The other record of the same person, by its number."""
    form = OtherRecordForm(posted(request), patient=patient)
    if form.is_valid():
        kept, other = merging.one_to_keep(patient, form.cleaned_data["mrn"])
        return redirect("reception:merge_patients", kept.pk, other.pk)
    return render_form(request, "reception/choose_other.html", form, patient=patient, tab="information")


@permission_required(RIGHT)
@patient_page("information")
def merge_patients(request, patient, other_id):
    """Merge the other record into this one."""
    other = get_object_or_404(Patient.objects.visible_to(request.user).filter(merged_into=None), pk=other_id)
    form = MergePatientsForm(posted(request), patient=patient)

    def merge():
        merging.merge_patients(patient.pk, other.pk, **form.typed)

    if went_through(form, merge, MESSAGES):
        messages.success(request, f"Record {mrn(other.mrn)} is merged into this one.")
        return redirect("reception:patient", patient.pk)
    facts = compared(patient, other)
    context = {"patient": patient, "other": other, "facts": facts, "two_people": of_two_people(facts)}
    return render_form(request, "reception/merge_patients.html", form, tab="information", **context)


@permission_required(RIGHT)
@patient_page("information")
def undo_merge(request, patient, pk):
    merge = get_object_or_404(merging.merges_of(patient), pk=pk)
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: merging.undo_merge(merge), MESSAGES):
        messages.success(request, f"Record {mrn(merge.merged_patient.mrn)} stands by itself again.")
        return redirect("reception:patient", merge.merged_patient_id)
    return render_form(request, "reception/undo_merge.html", form, patient=patient, merge=merge, tab="information")
