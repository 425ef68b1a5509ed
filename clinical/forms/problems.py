"""Forms of a problem."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date

from django import forms
from django.utils import timezone

from clinical.forms.fields import Prose
from clinical.models import Icd10Code, Problem
from emr_site.calendar_words import MONTH_NUMBERS
from emr_site.fields import EARLIEST, ClinicalDateField, UnreadableDate, read_date
from reception.forms.of_patient import CreateForm, PatientForm, UpdateForm
from reception.models import Visit

MONTH = re.compile(r"([a-z]{3,9})\.?[ \-/]*(\d{4})")
NUMBERED_MONTH = re.compile(r"(\d{1,2})[/.\-](\d{4})|(\d{4})-(\d{1,2})")


def read_onset(text):
    """2019, 2019-03 or 2019-03-14, from 2019, Mar 2019, 3/2019 or a day; raises UnreadableDate."""
    text = " ".join(text.lower().split())
    if re.fullmatch(r"\d{4}", text):
        return text
    if month := month_of(text):
        return month
    return read_date(text, past=True).isoformat()


def month_of(text):
    if match := MONTH.fullmatch(text):
        month, year = MONTH_NUMBERS.get(match[1]), match[2]
    elif match := NUMBERED_MONTH.fullmatch(text):
        month, year = int(match[1] or match[4]), match[2] or match[3]
    else:
        return None
    with suppress(ValueError, TypeError):
        monthrange(int(year), month)
        return f"{year}-{month:02}"
    raise UnreadableDate(text)


def first_day(onset):
    """The first day of a year, a month or a day; None for what is not known."""
    return date.fromisoformat(f"{onset}-01-01"[:10]) if onset else None


class OnsetField(forms.CharField):
    """When a problem began, as exactly as is known."""

    default_error_messages = {
        "unreadable": "Write a year, a month or a day: 2019, Mar 2019 or 14-Mar-2019.",
        "in_future": "This is in the future. Check the year.",
        "too_long_ago": "This is before 1850. Check the year.",
    }

    def __init__(self, **kwargs):
        given = {"label": "Began", "help_text": "A year, a month or a day: 2019, Mar 2019, 14/3/2019."}
        super().__init__(**given | kwargs, required=False, empty_value=None)
        self.widget.attrs["autocomplete"] = "off"

    def prepare_value(self, value):
        with suppress(UnreadableDate, ValueError):
            return Problem(onset_as=read_onset(value), onset_on=first_day(read_onset(value))).onset if value else value
        return value

    def to_python(self, value):
        text = super().to_python(value)
        if text is None:
            return None
        try:
            onset = read_onset(text)
        except UnreadableDate:
            raise forms.ValidationError(self.error_messages["unreadable"], code="unreadable") from None
        code = "too_long_ago" if int(onset[:4]) < EARLIEST else "in_future" if is_to_come(onset) else None
        if code:
            raise forms.ValidationError(self.error_messages[code], code=code)
        return onset


def is_to_come(onset):
    return first_day(onset) > timezone.localdate()


class CodedForm(CreateForm):
    """What is chosen from the list of ICD-10-CM, or told in words alone."""

    q = forms.CharField(
        label="Problem",
        required=False,
        max_length=255,
        help_text="A name, an abbreviation or a code: asthma, dm2, E11.9.",
    )
    code = forms.CharField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(required=False, max_length=255, widget=forms.HiddenInput)

    def clean_code(self):
        code = self.cleaned_data["code"]
        if code and not Icd10Code.objects.filter(pk=code).exists():
            raise forms.ValidationError("This code is not on the list of ICD-10-CM. Choose another.")
        return code or None

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("code") or cleaned.get("words")):
            unsaid = "Choose what is meant from the list, or add it without a code."
            self.add_error("q", unsaid if cleaned.get("q") else "Enter the problem.")
        return cleaned


class AddProblemForm(CodedForm):
    """At a visit, or at none."""

    onset = OnsetField()
    visit_id = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_visit_id(self):
        pk = self.cleaned_data["visit_id"]
        if pk and not Visit.objects.filter(pk=pk, patient=self.patient).exists():
            raise forms.ValidationError("This visit is not one of this patient's. Open the visit again.")
        return pk


class DiagnosisForm(CodedForm):
    """Of the visit in the address; it may stand beside the form of a problem."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="diagnosis_%s", **kwargs)
        self.fields["q"].label = "Diagnosis"


class UpdateProblemForm(UpdateForm):
    columns = {"onset": "onset_as"}

    description = forms.CharField(label="Problem", max_length=255, error_messages={"required": "Enter the problem."})
    onset = OnsetField()
    status = forms.ChoiceField(choices=[("active", "Active"), ("inactive", "Inactive")], widget=forms.RadioSelect)
    note = Prose(rows=2)

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        # A title of the list is not ours to reword, and the end of a problem has a form of its own.
        if row.is_coded:
            del self.fields["description"]
        if row.status == Problem.Status.RESOLVED:
            del self.fields["status"]


class ResolveProblemForm(PatientForm):
    resolved_on = ClinicalDateField(
        past=True, label="Resolved on", error_messages={"required": "Enter the day on which it was over."}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("resolved_on", timezone.localdate())


class VoidProblemForm(PatientForm):
    reason = forms.CharField(
        max_length=255,
        error_messages={"required": "Say why it is voided."},
        help_text="Such as: meant for another patient.",
    )
