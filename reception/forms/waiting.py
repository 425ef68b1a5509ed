"""A wish for an earlier time, and what the desk says to an offer."""

from copy import copy

from django import forms
from django.utils import timezone

from emr_site.fields import ClinicalDateField, ClockField
from reception.forms.of_patient import CreateForm, UpdateForm
from reception.models import AppointmentType, Provider, WaitingRequest
from reception.models.waiting import DAY_NAMES


class WeekdaysField(forms.TypedMultipleChoiceField):
    """Days of the week, kept as one number: 1 Monday, 2 Tuesday, 4 Wednesday …"""

    def __init__(self, **kwargs):
        days = [(str(1 << number), name) for number, name in enumerate(DAY_NAMES)]
        super().__init__(choices=days, widget=forms.CheckboxSelectMultiple, **kwargs)

    def prepare_value(self, value):
        if isinstance(value, int):
            return [str(1 << number) for number in range(7) if value >> number & 1]
        return value

    def clean(self, value):
        return sum(map(int, super().clean(value)))


class WaitingFields(forms.ModelForm):
    use_required_attribute = False
    provider = forms.ModelChoiceField(Provider.objects.active(), required=False, empty_label="Anybody")
    appointment_type = forms.ModelChoiceField(
        AppointmentType.objects.all(), required=False, empty_label="Any", label="Type"
    )
    weekdays = WeekdaysField(
        label="Days that suit", initial=127, error_messages={"required": "Choose at least one day."}
    )
    starts = ClockField(label="Not before", required=False, help_text="On the 24-hour clock: 09:30")
    ends = ClockField(label="Over by", required=False, help_text="On the 24-hour clock: 12:00")
    from_date = ClinicalDateField(
        label="From", future=True, initial=timezone.localdate, error_messages={"required": "Enter the first day."}
    )
    until_date = ClinicalDateField(label="Until", required=False, future=True)
    duration_minutes = forms.IntegerField(label="Length in minutes", min_value=5, max_value=480, initial=15)

    class Meta:
        model = WaitingRequest
        fields = (
            "urgency", "provider", "appointment_type", "duration_minutes", "from_date", "until_date", "weekdays",
            "starts", "ends", "note",
        )  # fmt: skip
        labels = {"note": "What for"}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("starts") and cleaned.get("ends") and cleaned["ends"] <= cleaned["starts"]:
            self.add_error("ends", "The hours end before they begin. Change one of the two.")
        if cleaned.get("until_date") and cleaned.get("from_date") and cleaned["until_date"] < cleaned["from_date"]:
            self.add_error("until_date", "The last day is before the first. Change one of the two.")
        return cleaned


class AskForEarlierForm(CreateForm, WaitingFields):
    pass


class EditWaitingForm(UpdateForm, WaitingFields):
    from_date = ClinicalDateField(label="From", error_messages={"required": "Enter the first day."})

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, instance=copy(row), **kwargs)


class OfferAnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=[(word, word) for word in ("yes", "no", "withdraw")])


class OfferToForm(forms.Form):
    request = forms.ModelChoiceField(WaitingRequest.objects.live())
