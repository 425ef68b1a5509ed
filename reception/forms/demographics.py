"""Further phones and contacts of a patient: as rows of the registration, and each on a page of its own afterwards."""

from copy import copy

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.html import format_html

from reception.forms.of_patient import CreateForm, UpdateForm
from reception.models import PatientContact, PatientPhone
from reception.phones import phone

EMPTY_ROWS, MOST_ROWS = 2, 10


class PhoneFields(forms.ModelForm):
    use_required_attribute = False

    class Meta:
        model = PatientPhone
        fields = ("number", "kind", "note", "for_reminders")
        labels = {"number": "Phone", "for_reminders": "Reminders go to this phone"}
        help_texts = {"note": "Whose it is, or when to call."}
        error_messages = {"number": {"required": "Enter the phone number."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["number"].validators.append(phone)
        for name in ("number", "note"):
            self.fields[name].widget.attrs["autocomplete"] = "off"


class ContactFields(forms.ModelForm):
    use_required_attribute = False

    class Meta:
        model = PatientContact
        fields = ("name", "relation", "phone", "is_next_of_kin", "is_emergency")
        labels = {"is_emergency": "Call in an emergency"}
        error_messages = {
            "name": {"required": "Enter the contact's name."},
            "relation": {"required": "Choose what the contact is to the patient."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["phone"].validators.append(phone)
        self.fields["relation"].choices = [("", "Choose"), *PatientContact.Relation.choices]
        for name in ("name", "phone"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_emergency") and not cleaned.get("phone") and "phone" not in self.errors:
            self.add_error("phone", "Enter the phone of whom to call in an emergency.")
        return cleaned


class AddPhoneForm(CreateForm, PhoneFields):
    pass


class EditPhoneForm(UpdateForm, PhoneFields):
    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, instance=copy(row), **kwargs)


class AddContactForm(CreateForm, ContactFields):
    pass


class EditContactForm(UpdateForm, ContactFields):
    class Meta(ContactFields.Meta):
        fields = (*ContactFields.Meta.fields, "position")
        help_texts = {"position": "1 is called first."}

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, instance=copy(row), **kwargs)
        self.fields["position"].min_value = 1


class Rows(BaseFormSet):
    """Rows of the registration form; those that nobody touched are left out."""

    def __init__(self, data=None, *, prefix):
        # A registration that is sent from elsewhere may have no rows at all.
        super().__init__(data if data and f"{prefix}-TOTAL_FORMS" in data else None, prefix=prefix)

    @property
    def is_sent(self):
        return self.is_bound

    @property
    def holds(self):
        """Whether something is typed in a row, or wrong."""
        return self.is_sent and (self.has_changed() or not self.is_valid())

    @property
    def typed(self):
        """The filled rows, as columns."""
        return [form.cleaned_data for form in self.forms if form.has_changed()] if self.is_sent else []

    def mistakes(self):
        """A sentence for each mistake, leading to its box."""
        for number, form in enumerate(self.forms, start=1):
            for name, errors in form.errors.items():
                for error in errors:
                    yield format_html(
                        '<a href="#{}">{} {}, {}: {}</a>',
                        form[name].id_for_label, self.noun, number, form[name].label.lower(), error,
                    )  # fmt: skip
        for error in self.non_form_errors():
            yield error


class PhoneRows(Rows):
    noun = "Further phone"
    hint = "Reminders go to the phone above, unless you mark one here. Rows left empty are not kept."

    def clean(self):
        if sum(form.cleaned_data.get("for_reminders", False) for form in self.forms if form.is_valid()) > 1:
            raise forms.ValidationError("Reminders go to one phone. Mark only one of the further phones.")


class ContactRows(Rows):
    noun = "Contact"
    hint = "Rows left empty are not kept."


PhoneFormSet = formset_factory(PhoneFields, PhoneRows, extra=EMPTY_ROWS, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
ContactFormSet = formset_factory(
    ContactFields, ContactRows, extra=EMPTY_ROWS, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)
