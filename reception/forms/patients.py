"""What the desk asks of a patient: three answers are required, the rest can come later."""

from django import forms
from django.core.exceptions import ValidationError

from emr_site.fields import ClinicalDateField
from emr_site.once import KeyedForm
from reception.models import Patient

LEAST_DIGITS = 6


def phone(value):
    """A phone number has digits enough to be dialled and nothing but the signs people write between them."""
    if value and (set(value) - set("0123456789 +-()./") or sum(map(str.isdigit, value)) < LEAST_DIGITS):
        raise ValidationError("This is no phone number. Write its digits, such as 01632 960 100.")


class EditPatientForm(forms.ModelForm):
    use_required_attribute = False
    date_of_birth = ClinicalDateField(past=True, error_messages={"required": "Enter the date of birth."})
    deceased_on = ClinicalDateField(past=True, required=False, label="Died on")
    sex = forms.ChoiceField(
        choices=[("", "Choose"), *Patient.Sex.choices],
        error_messages={"required": "Choose the sex, or “Not recorded”."},
    )

    class Meta:
        model = Patient
        fields = (
            "given_name", "family_name", "preferred_name", "date_of_birth", "sex", "gender", "phone_number", "email",
            "address", "emergency_contact", "emergency_phone", "deceased_on",
        )  # fmt: skip
        labels = {"email": "E-mail", "preferred_name": "Preferred name"}
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

    def clean(self):
        cleaned = super().clean()
        born, died = cleaned.get("date_of_birth"), cleaned.get("deceased_on")
        if born and died and died < born:
            self.add_error("deceased_on", "The date of death is before the date of birth. Check both.")
        return cleaned


class RegisterPatientForm(KeyedForm, EditPatientForm):
    deceased_on = None

    class Meta(EditPatientForm.Meta):
        fields = tuple(name for name in EditPatientForm.Meta.fields if name != "deceased_on")
