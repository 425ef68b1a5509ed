"""What a patient says on their own phone at the door."""

from copy import copy

from django import forms

from emr_site.fields import ClinicalDateField
from emr_site.version_form import VersionForm
from reception.forms.patients import by_name
from reception.languages import LANGUAGES
from reception.models import Consent, Patient, SelfCheckIn


class IdentifyForm(forms.Form):
    use_required_attribute = False
    date_of_birth = ClinicalDateField(
        past=True,
        label="Your date of birth",
        error_messages={"required": "Enter your date of birth."},
    )
    code = forms.CharField(
        label="Your check-in code",
        max_length=12,
        help_text="Six digits, from our message or from the desk.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": "Enter the six digits of your code."},
    )

    def clean_code(self):
        code = "".join(letter for letter in self.cleaned_data["code"] if letter not in " -")
        if not code.isascii() or not code.isdecimal() or len(code) != 6:
            raise forms.ValidationError("The code has six digits. Check it, or come to the desk.")
        return code


class SelfCheckInForm(VersionForm, forms.ModelForm):
    """The patient's own information, the insurance, and the consent forms not yet answered."""

    use_required_attribute = False
    language = forms.TypedChoiceField(
        label="Language we speak with you", choices=by_name(LANGUAGES), required=False, empty_value=None
    )
    insurance_answer = forms.ChoiceField(
        label="Your insurance",
        choices=SelfCheckIn.Insurance.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether your insurance is still right."},
    )
    insurance_words = forms.CharField(
        label="What has changed?",
        max_length=200,
        required=False,
        help_text="The insurer and the number on your new card. Please bring the card to the desk.",
    )

    class Meta:
        model = Patient
        fields = ("phone_number", "email", "address", "city", "region", "postal_code", "language")
        labels = {
            "phone_number": "Phone",
            "email": "E-mail",
            "address": "Street and number",
            "city": "Town or city",
            "region": "County, state or region",
            "postal_code": "Postcode",
        }

    def __init__(self, *args, row, asked, **kwargs):
        super().__init__(*args, row=row, instance=copy(row), **kwargs)
        self.asked = {f"consent_{each.pk}": each for each in asked}
        for name, each in self.asked.items():
            self.fields[name] = forms.ChoiceField(
                label=each.title,
                choices=[("agreed", "I agree"), ("refused", "I do not agree")],
                widget=forms.RadioSelect,
                error_messages={"required": f"Say whether you agree: {each.title}."},
            )
        if asked:
            self.fields["signed_by_name"] = forms.CharField(
                label="Your name, as your signature",
                max_length=201,
                error_messages={"required": "Write your name as your signature."},
            )

    def typed_names(self):
        return list(self.Meta.fields)

    def once_more(self, data, row):
        return type(self)(data, row=row, asked=list(self.asked.values()))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("insurance_answer") == SelfCheckIn.Insurance.CHANGED and not cleaned.get("insurance_words"):
            self.add_error("insurance_words", "Tell us what has changed.")
        return cleaned

    @property
    def consents(self):
        """(consent form, bound field) of each that is asked."""
        return [(each, self[name]) for name, each in self.asked.items()]

    @property
    def answer(self):
        """What was said, as the keyword arguments of arrive()."""
        typed = self.cleaned_data
        return {
            "seen": self.seen,
            "information": {name: typed[name] for name in self.Meta.fields},
            "decisions": {each.pk: Consent.Decision(typed[name]) for name, each in self.asked.items()},
            "signed_by": typed.get("signed_by_name", ""),
            "insurance": typed["insurance_answer"],
            "words": typed["insurance_words"] if typed["insurance_answer"] == SelfCheckIn.Insurance.CHANGED else "",
        }
