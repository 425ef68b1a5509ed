"""Why a record is opened by somebody who sees the patients of today alone."""

from django import forms

from emr_site.fields import ClinicalDateField
from reception.forms.of_patient import CreateForm
from reception.models import Patient
from reception.ways import digits_of


class Reason(forms.CharField):
    def __init__(self, **kwargs):
        super().__init__(
            label="Why do you need this record today?",
            min_length=5,
            max_length=255,
            help_text="It is kept with your name, and the practice reads it.",
            error_messages={"required": "State the reason.", "min_length": "Say a little more: five letters at least."},
            **kwargs,
        )


class StateReasonForm(CreateForm):
    reason = Reason()


class OpenByNumberForm(forms.Form):
    """A record is opened by what its patient has told: whoever only tries numbers finds nobody."""

    mrn = forms.CharField(
        label="Medical record number",
        max_length=20,
        error_messages={"required": "Enter the number of the record."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    date_of_birth = ClinicalDateField(
        past=True, label="Date of birth", error_messages={"required": "Enter the birth date."}
    )
    reason = Reason()
    use_required_attribute = False

    def clean(self):
        """The record that has both; which of the two is wrong is not said."""
        typed = super().clean()
        if "mrn" in typed and "date_of_birth" in typed:
            rows = Patient.objects.filter(mrn=digits_of(typed["mrn"]), date_of_birth=typed["date_of_birth"])
            typed["patient"] = rows.filter(merged_into=None).first()
            if typed["patient"] is None:
                raise forms.ValidationError("No record has this number and this date of birth. Check both.")
        return typed
