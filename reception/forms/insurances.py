"""A patient's insurances: what stands on the card, and which is asked first."""

from copy import copy

from django import forms
from django.utils import timezone

from emr_site.fields import ClinicalDateField
from emr_site.templatetags.emr import clinical_date
from reception.forms.of_patient import CreateForm, PatientForm, UpdateForm
from reception.models import Insurance
from reception.models.insurances import PLACES, order_version

NOT_ASKED = ""


class InsuranceFields(forms.ModelForm):
    holder_birth_date = ClinicalDateField(past=True, required=False, label="Born")
    starts_on = ClinicalDateField(required=False)
    ends_on = ClinicalDateField(required=False)

    class Meta:
        model = Insurance
        fields = (
            "insurance_details", "member_number", "group_number", "starts_on", "ends_on", "holder_relation",
            "holder_name", "holder_birth_date",
        )  # fmt: skip
        labels = {
            "insurance_details": "Insurer and plan",
            "holder_relation": "Whose insurance it is",
            "holder_name": "Name, if not the patient’s own",
        }
        error_messages = {"insurance_details": {"required": "Enter the insurer and the plan."}}

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "The insurance ends before it starts. Change one of the two dates.")
        relation = cleaned.get("holder_relation")
        if relation and relation != Insurance.Relation.SELF and not cleaned.get("holder_name"):
            self.add_error("holder_name", "Enter the name of whose insurance it is.")
        return cleaned


class AddInsuranceForm(CreateForm, InsuranceFields):
    def clean(self):
        cleaned = super().clean()
        ends = cleaned.get("ends_on")
        if ends and ends < timezone.localdate() and "ends_on" not in self.errors:
            sentence = f"This insurance ended on {clinical_date(ends)}. Enter the one that is valid today."
            self.add_error("ends_on", sentence)
        return cleaned


class EditInsuranceForm(UpdateForm, InsuranceFields):
    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, instance=copy(row), **kwargs)


class OrderInsurancesForm(PatientForm):
    """A choice of place for each insurance that has not ended."""

    version = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, insurances, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = order_version(insurances)
        self.asked = {f"place_{each.pk}": each for each in insurances if not each.has_ended}
        for name, each in self.asked.items():
            self.fields[name] = forms.TypedChoiceField(
                label=str(each),
                choices=[(NOT_ASKED, "Not asked"), *PLACES.items()],
                coerce=int,
                empty_value=None,
                required=False,
                initial=each.priority or NOT_ASKED,
            )

    def clean(self):
        cleaned = super().clean()
        places = [place for place in self.places.values() if place]
        if len(set(places)) < len(places):
            self.add_error(None, "Two insurances cannot have the same place. Choose another for one of them.")
        elif sorted(places) != list(range(1, len(places) + 1)):
            self.add_error(None, "A place is left out. Begin with the first.")
        return cleaned

    @property
    def places(self):
        return {each.pk: self.cleaned_data.get(name) for name, each in self.asked.items()}
