"""Forms of the clinical record of a visit."""

from django import forms

from clinical.forms.fields import Prose
from reception.forms.of_patient import CreateForm, UpdateForm
from reception.models import Room

TEXTS = ("symptoms", "diagnosis", "prescriptions", "tests_and_procedures", "notes")


class RecordFields(forms.Form):
    symptoms = Prose(label="Signs and symptoms", rows=4)
    diagnosis = Prose(rows=2)
    prescriptions = Prose(rows=2, help_text="In words; a medicine to take from now on is also prescribed.")
    tests_and_procedures = Prose(label="Tests and procedures", rows=2)
    notes = Prose(rows=4)
    room = forms.ModelChoiceField(Room.objects.all(), required=False, empty_label="No room recorded")

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned[name] for name in TEXTS):
            self.add_error("symptoms", "The record is empty. Write at least one of the five texts.")
        return cleaned


class CreateClinicalRecordForm(RecordFields, CreateForm):
    pass


class UpdateClinicalRecordForm(RecordFields, UpdateForm):
    columns = {"symptoms": "signs_and_symptoms", "diagnosis": "discharge_diagnosis"}
