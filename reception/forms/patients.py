"""What the desk asks of a patient: three answers are required, the rest can come later."""

import re
from copy import copy

from django import forms

from emr_site.fields import ClinicalDateField, date_echo
from emr_site.once import KeyedForm
from reception.countries import COUNTRIES
from reception.duplicates import Told
from reception.forms.demographics import ContactFormSet, PhoneFormSet
from reception.forms.of_patient import UpdateForm
from reception.forms.parts import parts
from reception.languages import LANGUAGES, language_name
from reception.models import Patient, PhoneKind
from reception.ways import member_key, past_date

TELLING = (
    "family_name", "given_name", "middle_name", "preferred_name", "date_of_birth", "phone_number", "member_number",
)  # fmt: skip
# What can come later, under its legends.
PARTS = (
    ("E-mail and address", ("email", "address", "city", "region", "postal_code", "country_code")),
    ("First insurance", ("insurance_details", "member_number")),
    ("Further phones", "phones"),
    ("First emergency contact", ("emergency_contact", "emergency_phone")),
    ("Next of kin and further contacts", "contacts"),
    ("Language", ("language", "interpreter_needed")),
    ("More names, gender and pronouns", ("middle_name", "suffix", "preferred_name", "gender", "pronouns")),
)
FURTHER_PHONE = re.compile(r"phones-\d+-number")


def by_name(names):
    """The choices of a dict of names, by name, after none."""
    return [("", "Not recorded"), *sorted(names.items(), key=lambda pair: pair[1])]


class PatientFields(forms.ModelForm):
    use_required_attribute = False
    date_of_birth = ClinicalDateField(past=True, error_messages={"required": "Enter the date of birth."})
    sex = forms.ChoiceField(
        choices=[("", "Choose"), *Patient.Sex.choices],
        error_messages={"required": "Choose the sex, or “Not recorded”."},
    )
    language = forms.TypedChoiceField(choices=by_name(LANGUAGES), required=False, empty_value=None)
    country_code = forms.TypedChoiceField(label="Country", choices=by_name(COUNTRIES), required=False, empty_value=None)

    class Meta:
        model = Patient
        fields = (
            "family_name", "given_name", "middle_name", "suffix", "preferred_name", "date_of_birth", "sex", "gender",
            "pronouns", "phone_number", "phone_kind", "email", "address", "city", "region", "postal_code",
            "country_code", "language", "interpreter_needed", "emergency_contact", "emergency_phone",
        )  # fmt: skip
        labels = {
            "gender": "Gender identity", "email": "E-mail", "address": "Street and number", "city": "Town or city",
            "region": "County, state or region", "postal_code": "Postcode", "emergency_contact": "Name",
            "interpreter_needed": "Needs an interpreter", "emergency_phone": "Phone",
        }  # fmt: skip
        help_texts = {
            "gender": "As the patient says it, where it differs from the sex.",
            "pronouns": "As the patient says them: she/her, he/him, they/them.",
            "suffix": "Jr., III",
            "family_name": "A name of one word is a family name.",
        }
        error_messages = {
            "family_name": {"required": "Enter the family name."},
            "email": {"invalid": "Enter the e-mail address in full, as in name@example.org, or leave it empty."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["phone_kind"].choices = [("", "Not recorded"), *PhoneKind.choices]
        for field in self.fields.values():
            if not field.widget.is_hidden:
                # The next patient is somebody else: the browser's own memory must not fill the form.
                field.widget.attrs["autocomplete"] = "off"

    def clean_family_name(self):
        """What is there already stays, for it came from elsewhere; what is typed is a name."""
        name = self.cleaned_data["family_name"]
        if "family_name" in self.changed_data and "," in name:
            raise forms.ValidationError("Write the family name alone here, and the given name in its own box.")
        if "family_name" in self.changed_data and not any(map(str.isalpha, name)):
            raise forms.ValidationError("A name has letters. Enter the family name.")
        return name

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("emergency_phone") and not cleaned.get("emergency_contact"):
            self.add_error("emergency_contact", "Enter the name of who answers this phone.")
        return cleaned

    @property
    def parts(self):
        return list(parts(self, PARTS))

    @property
    def birth_date_echo(self):
        """The birth date in the box, as it is understood; empty where it is no date."""
        return date_echo(str(self["date_of_birth"].value() or ""), past=True)


class RegisterPatientForm(KeyedForm, PatientFields):
    """The person, with rows for further phones and contacts, and the first insurance."""

    insurance_details = forms.CharField(label="Insurer and plan", max_length=255, required=False)
    member_number = forms.CharField(max_length=50, required=False)
    # The button beside the likely duplicates: they have been looked at.
    register_anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.phones = PhoneFormSet(data, prefix="phones")
        self.contacts = ContactFormSet(data, prefix="contacts")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("member_number") and not cleaned.get("insurance_details"):
            self.add_error("insurance_details", "Enter the insurer and the plan that this member number is of.")
        for rows in (self.phones, self.contacts):
            if rows.is_sent and not rows.is_valid():
                for mistake in rows.mistakes():
                    self.add_error(None, mistake)
        return cleaned

    @property
    def typed(self):
        """What was typed, as the keyword arguments of the procedure."""
        own = {"idempotency_key", "register_anyway", "insurance_details", "member_number"}
        columns = {name: value for name, value in self.cleaned_data.items() if name not in own}
        return columns | {"phones": self.phones.typed, "contacts": self.contacts.typed, "insurances": self.insurances}

    @property
    def insurances(self):
        details, number = self.cleaned_data["insurance_details"], self.cleaned_data["member_number"]
        return [{"insurance_details": details, "member_number": number or None}] if details else []

    @property
    def told(self):
        """What is typed so far, right or wrong, of somebody who may be registered already."""
        typed = {name: (self.data.get(name) or "").strip() for name in TELLING}
        further = [text for name, text in self.data.items() if FURTHER_PHONE.fullmatch(name)]
        keys = [key for key in (member_key(typed["member_number"]),) if key]
        return Told(
            typed["family_name"],
            typed["given_name"],
            past_date(typed["date_of_birth"]),
            (typed["phone_number"], *further),
            tuple(keys),
            f"{typed['middle_name']} {typed['preferred_name']}",
        )


class EditPatientForm(UpdateForm, PatientFields):
    deceased_on = ClinicalDateField(past=True, required=False, label="Died on")

    class Meta(PatientFields.Meta):
        fields = (*PatientFields.Meta.fields, "deceased_on")

    def __init__(self, *args, row, **kwargs):
        # A copy: what is typed must not show in the banner before it is saved.
        super().__init__(*args, row=row, instance=copy(row), **kwargs)
        offered = self.fields["language"]
        if row.language and row.language not in LANGUAGES:
            # A tag that came with an import must not be lost at the next correction.
            offered.choices = [*offered.choices, (row.language, language_name(row.language))]
        # Nobody is made to invent a date that the first system did not know.
        self.fields["date_of_birth"].required = row.date_of_birth is not None

    def clean(self):
        cleaned = super().clean()
        born, died = cleaned.get("date_of_birth"), cleaned.get("deceased_on")
        if born and died and died < born:
            self.add_error("deceased_on", "The date of death is before the date of birth. Check both.")
        return cleaned
