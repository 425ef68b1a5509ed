"""Forms of a test."""

from django import forms

from clinical.forms.fields import Prose
from emr_site.fields import ClinicalDateField
from reception.forms.of_patient import CreateForm, UpdateForm


class TestFields(forms.Form):
    type = forms.CharField(
        label="Test",
        max_length=255,
        help_text="What is tested, such as Full blood count.",
        error_messages={"required": "Enter what is tested."},
    )
    date = ClinicalDateField(past=True, required=False, label="Done on")
    results = Prose(rows=4, help_text="Leave empty until they are known. A test with results cannot be deleted.")


class CreateTestForm(TestFields, CreateForm):
    pass


class UpdateTestForm(TestFields, UpdateForm):
    pass
