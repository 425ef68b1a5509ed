"""What a patient says on their own phone at the door."""

from copy import copy

from django import forms
from django.core.validators import EmailValidator, MaxLengthValidator

from emr_site.fields import ClinicalDateField
from emr_site.version_form import VersionForm
from reception.forms.patients import by_name
from reception.languages import LANGUAGES
from reception.models import Consent, Patient, SelfCheckIn
from reception.phones import phone


def in_words_of(validator, sentence):
    """The same rule, with a sentence of the page."""

    def check(value):
        try:
            validator(value)
        except forms.ValidationError:
            raise forms.ValidationError(sentence) from None

    return check


class IdentifyForm(forms.Form):
    """Asked in the `page_words` of the page."""

    use_required_attribute = False
    date_of_birth = ClinicalDateField(past=True)
    code = forms.CharField(
        max_length=12, widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"})
    )

    def __init__(self, *args, page_words, **kwargs):
        super().__init__(*args, **kwargs)
        self.page_words, born, code = page_words, self.fields["date_of_birth"], self.fields["code"]
        born.label, born.help_text = page_words["born"], page_words["born_help"]
        code.label, code.help_text = page_words["code"], page_words["code_help"]
        wrong = dict.fromkeys(("invalid", "in_future", "too_long_ago"), page_words["born_wrong"])
        born.error_messages |= {"required": page_words["born_missing"], **wrong}
        code.error_messages["required"] = page_words["code_missing"]
        code.validators = [MaxLengthValidator(12, page_words["code_wrong"])]

    def clean_code(self):
        code = "".join(letter for letter in self.cleaned_data["code"] if letter not in " -")
        if not code.isascii() or not code.isdecimal() or len(code) != 6:
            raise forms.ValidationError(self.page_words["code_wrong"])
        return code


class SelfCheckInForm(VersionForm, forms.ModelForm):
    """The patient's own information, the insurance, and the consent forms not yet answered, in the page's words."""

    use_required_attribute = False
    language = forms.TypedChoiceField(choices=by_name(LANGUAGES), required=False, empty_value=None)
    insurance_answer = forms.ChoiceField(choices=SelfCheckIn.Insurance.choices, widget=forms.RadioSelect)
    insurance_words = forms.CharField(max_length=200, required=False)

    class Meta:
        model = Patient
        fields = ("phone_number", "email", "address", "city", "region", "postal_code", "language")

    def __init__(self, *args, row, asked, page_words, has_insurance, **kwargs):
        super().__init__(*args, row=row, instance=copy(row), **kwargs)
        self.page_words, self.has_insurance = page_words, has_insurance
        self.asked = {f"consent_{each.pk}": each for each in asked}
        self.speak_of_patient()
        self.speak_of_insurance()
        self.ask_consents()

    def speak_of_patient(self):
        words = self.page_words
        for name in self.Meta.fields:
            self.fields[name].label = words["spoken" if name == "language" else name]
        for field in self.fields.values():
            field.validators = [
                MaxLengthValidator(each.limit_value, words["too_long"])
                if isinstance(each, MaxLengthValidator)
                else each
                for each in field.validators
            ]
        self.fields["phone_number"].validators = [
            *(each for each in self.fields["phone_number"].validators if each is not phone),
            in_words_of(phone, words["phone_wrong"]),
        ]
        self.fields["email"].validators = [
            in_words_of(each, words["email_wrong"]) if isinstance(each, EmailValidator) else each
            for each in self.fields["email"].validators
        ]

    def speak_of_insurance(self):
        words, answer, changed = self.page_words, self.fields["insurance_answer"], self.fields["insurance_words"]
        same, other = ("same", "changed") if self.has_insurance else ("have_none", "have_one")
        answer.label, answer.choices = words["is_it_right"], [("same", words[same]), ("changed", words[other])]
        answer.error_messages["required"] = words["insurance_missing"]
        changed.label, changed.help_text = words["what_changed"], words["what_help"]

    def ask_consents(self):
        words = self.page_words
        for name, each in self.asked.items():
            self.fields[name] = forms.ChoiceField(
                label=words["do_you_agree"],
                choices=[("agreed", words["agree"]), ("refused", words["not_agree"])],
                widget=forms.RadioSelect,
                error_messages={"required": words["agree_missing"].replace("{title}", each.title)},
            )
        if self.asked:
            self.fields["signed_by_name"] = forms.CharField(
                label=words["signature"], max_length=201, error_messages={"required": words["signature_missing"]}
            )

    def typed_names(self):
        return list(self.Meta.fields)

    def once_more(self, data, row):
        asked = {"asked": list(self.asked.values()), "has_insurance": self.has_insurance}
        return type(self)(data, row=row, page_words=self.page_words, **asked)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("insurance_answer") == SelfCheckIn.Insurance.CHANGED and not cleaned.get("insurance_words"):
            self.add_error("insurance_words", self.page_words["what_missing"])
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
