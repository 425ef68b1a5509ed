"""A patient's insurance."""

from copy import copy

from django import forms

from emr_site.fields import ClinicalDateField
from reception.forms.of_patient import CreateForm, UpdateForm
from reception.models import Insurance


class InsuranceFields(forms.ModelForm):
    starts_on = ClinicalDateField(required=False)
    ends_on = ClinicalDateField(required=False)

    class Meta:
        model = Insurance
        fields = ("insurance_details", "member_number", "starts_on", "ends_on")
        labels = {"insurance_details": "Insurer and plan"}
        error_messages = {"insurance_details": {"required": "Enter the insurer and the plan."}}

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "The insurance ends before it starts. Change one of the two dates.")
        return cleaned


class AddInsuranceForm(CreateForm, InsuranceFields):
    pass


class EditInsuranceForm(UpdateForm, InsuranceFields):
    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, instance=copy(row), **kwargs)
