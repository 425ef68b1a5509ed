"""What is asked before two records become one."""

from django import forms

from reception.forms.of_patient import PatientForm
from reception.models import Patient


class NotDuplicatesForm(forms.Form):
    note = forms.CharField(max_length=255, required=False)


class OtherRecordForm(PatientForm):
    mrn = forms.CharField(
        label="Medical record number of the other record",
        max_length=20,
        error_messages={"required": "Enter the number of the other record."},
    )

    def clean_mrn(self):
        """The other record, by its number with or without spaces, or by that of one that was merged into it."""
        other = Patient.objects.by_mrn(self.cleaned_data["mrn"])
        if other is None:
            raise forms.ValidationError("No record has this number. Check its digits.")
        if other.pk == self.patient.pk:
            raise forms.ValidationError("This is the same record. Enter the number of the other one.")
        return other


class MergePatientsForm(PatientForm):
    reason = forms.CharField(
        label="How do you know that this is one person?",
        max_length=255,
        help_text="An identity card, what the patient said.",
        error_messages={"required": "Say how you know that this is one person."},
    )
    use_required_attribute = False
