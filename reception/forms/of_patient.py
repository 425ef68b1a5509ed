"""What the forms of one patient have in common."""

from django import forms

from emr_site.once import DAMAGED, KeyedForm
from emr_site.version_form import VersionForm


class PatientForm(forms.Form):
    """A form of one patient's chart: it sends along whose chart was on the screen."""

    patient_id = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": DAMAGED, "invalid": DAMAGED})
    use_required_attribute = False

    def __init__(self, *args, patient, **kwargs):
        super().__init__(*args, **kwargs)
        self.patient = patient
        self.initial["patient_id"] = patient.pk

    @property
    def typed(self):
        """What was typed, as the keyword arguments of the procedure."""
        own = {"patient_id", "idempotency_key", "version"}
        return {name: value for name, value in self.cleaned_data.items() if name not in own}


class CreateForm(KeyedForm, PatientForm):
    """Creates one row however often it is sent."""


class UpdateForm(VersionForm, PatientForm):
    """Filled from a row of one patient's chart, whose version it brings back."""

    def once_more(self, data, row):
        return type(self)(data, patient=self.patient, row=row)
