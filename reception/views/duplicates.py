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
from reception.duplicates import State, decide
from reception.forms.duplicates import MergePatientsForm, NotDuplicatesForm, OtherRecordForm
from reception.forms.of_patient import PatientForm
from reception.messages import MESSAGES
from reception.models import Patient, PossibleDuplicate
from reception.patient_pages import patient_page
from reception.ways import digits_of

RIGHT = "reception.resolve_duplicates"
PAGE = 10
# What of two records is compared side by side.
FACTS = (
    ("Name", "full_name"), ("Born", "date_of_birth"), ("Sex", "get_sex_display"), ("Phone", "phone_number"),
    ("E-mail", "email"), ("Address", "address_lines"), ("Registered", "registered_at"), ("Last visit", "last_seen_on"),
)  # fmt: skip


@permission_required(RIGHT)
def duplicates(request):
    pairs = PossibleDuplicate.objects.open().select_related("patient", "other_patient", "registered_by")
    page = page_after(request.GET.get("after"), pairs, by=("-id",), size=PAGE)
    shown = [(pair, compared(pair.other_patient, pair.patient)) for pair in page]
    return render(request, "reception/duplicates.html", {"page": page, "shown": shown})


def compared(one, other):
    """(label, value of one, value of the other, whether they are equal) of each fact."""
    found = [(label, fact(one, name), fact(other, name)) for label, name in FACTS]
    return [(label, first, second, bool(first) and plain(first) == plain(second)) for label, first, second in found]


def plain(value):
    """A phone is the same however it is written."""
    return (isinstance(value, str) and digits_of(value)) or value


def fact(patient, name):
    value = getattr(patient, name)
    value = value() if callable(value) else value
    return ", ".join(value) if isinstance(value, list) else value


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
        return redirect("reception:merge_patients", patient.pk, form.cleaned_data["mrn"].pk)
    return render_form(request, "reception/choose_other.html", form, patient=patient, tab="information")


@permission_required(RIGHT)
@patient_page("information")
def merge_patients(request, patient, other_id):
    """Merge the other record into this one."""
    other = get_object_or_404(Patient.objects.visible_to(request.user).filter(merged_into=None), pk=other_id)
    form = MergePatientsForm(posted(request), patient=patient)

    def merge():
        merging.merge_patients(patient.pk, other.pk, **form.typed, by=request.user)

    if went_through(form, merge, MESSAGES):
        messages.success(request, f"Record {mrn(other.mrn)} is merged into this one.")
        return redirect("reception:patient", patient.pk)
    context = {"patient": patient, "other": other, "facts": compared(patient, other), "tab": "information"}
    return render_form(request, "reception/merge_patients.html", form, **context)


@permission_required(RIGHT)
@patient_page("information")
def undo_merge(request, patient, pk):
    merge = get_object_or_404(merging.merges_of(patient), pk=pk)
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: merging.undo_merge(merge), MESSAGES):
        messages.success(request, f"Record {mrn(merge.merged_patient.mrn)} stands by itself again.")
        return redirect("reception:patient", merge.merged_patient_id)
    return render_form(request, "reception/undo_merge.html", form, patient=patient, merge=merge, tab="information")
