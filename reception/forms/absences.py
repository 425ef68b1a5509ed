"""That a provider is away, written down at the desk."""

from django import forms
from django.utils import timezone

from emr_site.fields import ClinicalDateField
from reception.forms.board import refuse_far_ahead
from reception.models import Provider, ProviderException


class RecordAbsenceForm(forms.ModelForm):
    provider = forms.ModelChoiceField(
        Provider.objects.filter(deactivated_at=None),
        empty_label="Choose the provider",
        error_messages={"required": "Choose the provider."},
    )
    first_day = ClinicalDateField(label="First day", error_messages={"required": "Enter the first day."})
    last_day = ClinicalDateField(required=False, label="Last day", help_text="Left empty, the first day alone.")
    starts = forms.TimeField(required=False, label="From", help_text="Left empty, the whole day.")
    ends = forms.TimeField(required=False, label="Until")
    reason = forms.CharField(required=False, max_length=100, help_text="Shown on the board, such as: ill, on a course.")

    class Meta:
        model = ProviderException
        fields = ("provider", "first_day", "last_day", "starts", "ends", "reason")

    def clean_first_day(self):
        day = refuse_far_ahead(self.cleaned_data["first_day"])
        if day < timezone.localdate():
            raise forms.ValidationError("This day is over. Enter today or a later one.")
        return day

    def clean_last_day(self):
        return refuse_far_ahead(self.cleaned_data["last_day"]) or self.cleaned_data.get("first_day")

    def clean_reason(self):
        return self.cleaned_data["reason"] or None
