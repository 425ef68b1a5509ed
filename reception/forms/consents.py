"""A patient's answer to a consent form, and taking it back."""

from datetime import datetime, time

from django import forms
from django.utils import timezone

from emr_site.fields import ClinicalDateField
from reception.forms.of_patient import CreateForm, PatientForm
from reception.models import Consent


class RecordConsentForm(CreateForm, forms.ModelForm):
    decision = forms.ChoiceField(
        choices=Consent.Decision.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was decided."},
    )

    signed_on = ClinicalDateField(
        past=True,
        label="Signed on",
        initial=timezone.localdate,
        error_messages={"required": "Enter the day of the signature."},
    )
    field_order = ("decision", "signed_by_name", "signed_by_relation", "signed_on", "method")

    class Meta:
        model = Consent
        fields = ("decision", "signed_by_name", "signed_by_relation", "method")
        labels = {"signed_by_name": "Who signed", "signed_by_relation": "Who that is", "method": "How"}
        error_messages = {"signed_by_name": {"required": "Enter the name of who signed."}}

    @property
    def answer(self):
        """What is recorded: the moment is now, or noon of an earlier day, for nobody writes an hour on paper."""
        columns, day = dict(self.typed), self.cleaned_data["signed_on"]
        del columns["signed_on"]
        noon = timezone.make_aware(datetime.combine(day, time(12)))
        return columns | {"signed_at": timezone.now() if day == timezone.localdate() else noon}


class WithdrawConsentForm(PatientForm):
    reason = forms.CharField(
        max_length=255,
        error_messages={"required": "Say why it is withdrawn."},
        help_text="Such as: the patient asked for it by letter.",
    )
