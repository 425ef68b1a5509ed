"""What is ordered at a visit, from its one page: the day is the visit's own."""

from django import forms

from clinical.forms.fields import Prose
from reception.forms.of_patient import CreateForm


class PrescribeForm(CreateForm):
    medication = forms.CharField(
        label="Medicine", max_length=255, error_messages={"required": "Enter the name of the medicine."}
    )
    dosage = forms.CharField(label="Dose", max_length=100, required=False, empty_value=None)
    instructions = Prose(rows=1)


class OrderTestForm(CreateForm):
    type = forms.CharField(label="Test", max_length=255, error_messages={"required": "Enter what is tested."})
