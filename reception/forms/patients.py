"""What the desk asks of a patient: three answers are required, the rest can come later."""

from copy import copy

from django import forms
from django.core.exceptions import ValidationError

from emr_site.fields import ClinicalDateField
from emr_site.once import KeyedForm
from reception.forms.of_patient import UpdateForm
from reception.models import Patient

LEAST_DIGITS = 6


def phone(value):
    """A phone number has digits enough to be dialled and nothing but the signs people write between them."""
    if value and (set(value) - set("0123456789 +-()./") or sum(map(str.isdigit, value)) < LEAST_DIGITS):
        raise ValidationError("This is no phone number. Write its digits, such as 01632 960 100.")


class PatientFields(forms.ModelForm):
    use_required_attribute = False
    date_of_birth = ClinicalDateField(past=True, error_messages={"required": "Enter the date of birth."})
    sex = forms.ChoiceField(
        choices=[("", "Choose"), *Patient.Sex.choices],
        error_messages={"required": "Choose the sex, or “Not recorded”."},
    )

    class Meta:
        model = Patient
        fields = (
            "family_name", "given_name", "preferred_name", "date_of_birth", "sex", "gender", "phone_number", "email",
            "address", "emergency_contact", "emergency_phone",
        )  # fmt: skip
        labels = {"email": "E-mail", "emergency_contact": "Name", "emergency_phone": "Phone"}
        help_texts = {
            "gender": "As the patient says it, where it differs from the sex.",
            "family_name": "A name of one word is a family name.",
        }
        error_messages = {
            "family_name": {"required": "Enter the family name."},
            "email": {"invalid": "Enter the e-mail address in full, as in name@example.org, or leave it empty."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("phone_number", "emergency_phone"):
            self.fields[name].validators.append(phone)
        for field in self.fields.values():
            if not field.widget.is_hidden:
                # The next patient is somebody else: the browser's own memory must not fill the form.
                field.widget.attrs["autocomplete"] = "off"


class RegisterPatientForm(KeyedForm, PatientFields):
    pass


class EditPatientForm(UpdateForm, PatientFields):
    deceased_on = ClinicalDateField(past=True, required=False, label="Died on")

    class Meta(PatientFields.Meta):
        fields = (*PatientFields.Meta.fields, "deceased_on")

    def __init__(self, *args, row, **kwargs):
        # A copy: what is typed must not show in the banner before it is saved.
        super().__init__(*args, row=row, instance=copy(row), **kwargs)
        # Nobody is made to invent a date that the first system did not know.
        self.fields["date_of_birth"].required = row.date_of_birth is not None

    def clean(self):
        cleaned = super().clean()
        born, died = cleaned.get("date_of_birth"), cleaned.get("deceased_on")
        if born and died and died < born:
            self.add_error("deceased_on", "The date of death is before the date of birth. Check both.")
        return cleaned
