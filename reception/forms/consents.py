"""A patient's answer to a consent form, and taking it back."""

from django import forms

from reception.forms.of_patient import CreateForm, PatientForm
from reception.models import Consent


class RecordConsentForm(CreateForm, forms.ModelForm):
    decision = forms.ChoiceField(
        choices=Consent.Decision.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was decided."},
    )

    class Meta:
        model = Consent
        fields = ("decision", "signed_by_name", "signed_by_relation", "method")
        labels = {"signed_by_name": "Who signed", "signed_by_relation": "Who that is", "method": "How"}
        error_messages = {"signed_by_name": {"required": "Enter the name of who signed."}}


class WithdrawConsentForm(PatientForm):
    reason = forms.CharField(
        max_length=255,
        error_messages={"required": "Say why it is withdrawn."},
        help_text="Such as: the patient asked for it by letter.",
    )
