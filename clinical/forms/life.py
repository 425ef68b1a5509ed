"""Forms of a patient's history: family, operations, social life, smoking."""

from django import forms

from clinical.forms.allergies import NOT_RECORDED, OneOf
from clinical.forms.at_visit import AtVisitForm
from clinical.forms.fields import Prose
from clinical.models import FamilyHistory, SmokingStatus, SocialHistory, SurgicalHistory
from emr_site.fields import ClinicalDateField


class FamilyForm(AtVisitForm):
    relation = forms.ChoiceField(choices=FamilyHistory.Relation.choices)
    illness = forms.CharField(max_length=150, error_messages={"required": "Enter the illness."})
    age_at_onset = forms.IntegerField(
        min_value=0, max_value=130, required=False, label="Age when it began", help_text="In years."
    )
    died_of_it = forms.BooleanField(required=False, label="Died of it")
    note = Prose(rows=2)


class SurgicalForm(AtVisitForm):
    operation = forms.CharField(max_length=150, error_messages={"required": "Enter the operation."})
    done_on = ClinicalDateField(past=True, required=False, label="Done on")
    done_on_precision = OneOf(
        choices=NOT_RECORDED + SurgicalHistory.Precision.choices,
        required=False,
        label="What is known of the date",
        help_text="When only the year is known, enter any day of it.",
    )
    note = Prose(rows=2)

    def clean(self):
        typed = super().clean()
        if typed.get("done_on") and not typed.get("done_on_precision"):
            typed["done_on_precision"] = "day"
        return typed


class SocialForm(AtVisitForm):
    kind = forms.ChoiceField(choices=SocialHistory.Kind.choices, label="About")
    words = forms.CharField(
        label="What is to be known",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It takes the place of what was said of the same before, which is kept.",
        error_messages={"required": "Enter what is to be known."},
    )


class SmokingForm(AtVisitForm):
    status = forms.ChoiceField(choices=SmokingStatus.Status.choices, label="Smoking")
    packs_per_day = forms.DecimalField(
        min_value=0, max_value=10, max_digits=4, decimal_places=1, required=False, label="Packs a day"
    )
    quit_on = ClinicalDateField(past=True, required=False, label="Stopped on")


FORMS = {"family": FamilyForm, "surgical": SurgicalForm, "social": SocialForm, "smoking": SmokingForm}
