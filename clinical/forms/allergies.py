"""Forms of an allergy, and of the answers that name none."""

from django import forms

from clinical.forms.at_visit import AtVisitForm
from clinical.forms.fields import Prose
from clinical.models import Allergy, AllergyStatement
from reception.forms.of_patient import CreateForm, PatientForm, UpdateForm

NOT_RECORDED = [("", "Not recorded")]


class OneOf(forms.ChoiceField):
    """One of a column's words; left open it becomes None."""

    def clean(self, value):
        return super().clean(value) or None


class AllergyFields(forms.Form):
    substance = forms.CharField(
        label="Substance or class",
        max_length=150,
        help_text="Such as penicillin, peanut, latex.",
        error_messages={"required": "Enter the substance, or the class of substances."},
        widget=forms.TextInput(attrs={"list": "substances", "autocomplete": "off"}),
    )
    reaction = forms.CharField(
        max_length=255, required=False, empty_value=None, help_text="What happened, such as rash or swollen lips."
    )
    severity = OneOf(choices=NOT_RECORDED + Allergy.Severity.choices, required=False)
    certainty = forms.ChoiceField(choices=Allergy.Certainty.choices, initial=Allergy.Certainty.CONFIRMED)
    category = forms.ChoiceField(choices=Allergy.Category.choices, initial=Allergy.Category.MEDICINE)


class CreateAllergyForm(AllergyFields, AtVisitForm):
    """Compact: what UpdateAllergyForm asks beside can be told later."""


class UpdateAllergyForm(AllergyFields, UpdateForm):
    kind = forms.ChoiceField(choices=Allergy.Kind.choices, label="This is")
    onset = forms.CharField(
        max_length=60, required=False, empty_value=None, label="Since when", help_text="Such as 2019, or childhood."
    )
    note = Prose()


class AnswerForm(CreateForm):
    """One button: nobody knows of an allergy, or nobody asked."""

    answer = forms.ChoiceField(choices=AllergyStatement.Answer.choices, widget=forms.HiddenInput)


class VoidForm(PatientForm):
    reason = forms.CharField(
        label="Why it is an error",
        max_length=255,
        error_messages={"required": "Say why it is an error."},
        help_text="Such as: it belongs to another patient.",
    )
