"""Booking a time, moving it, cancelling it."""

from django import forms
from django.utils import timezone

from emr_site.fields import ClinicalDateField
from emr_site.once import KeyedForm
from reception.models import Provider


class TimeFields(forms.Form):
    use_required_attribute = False
    provider = forms.ModelChoiceField(
        Provider.objects.active(), empty_label="Choose", error_messages={"required": "Choose the provider."}
    )
    date = ClinicalDateField(
        future=True, error_messages={"required": "Enter the day."}, help_text="Day, month, year: 24/11/2026"
    )
    time = forms.TimeField(
        input_formats=["%H:%M", "%H.%M", "%H%M"],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="On the 24-hour clock: 09:30",
        error_messages={
            "required": "Enter the time.",
            "invalid": "Write the time on the 24-hour clock, such as 09:30.",
        },
    )
    duration_minutes = forms.IntegerField(
        label="Length in minutes",
        min_value=5,
        max_value=480,
        initial=15,
        error_messages={
            "required": "Enter the length in minutes.",
            "invalid": "Enter the length in minutes, such as 15.",
            "min_value": "An appointment lasts from 5 to 480 minutes.",
            "max_value": "An appointment lasts from 5 to 480 minutes.",
        },
    )

    def clean(self):
        cleaned = super().clean()
        now = timezone.localtime()
        if cleaned.get("date") == now.date() and cleaned.get("time") and self.is_over(cleaned, now):
            self.add_error("time", "This time has passed. Choose a later one.")
        return cleaned

    def is_over(self, cleaned, now):
        """A patient may stand at the desk for a time that has begun, not for one that has ended."""
        minutes = cleaned["time"].hour * 60 + cleaned["time"].minute + (cleaned.get("duration_minutes") or 0)
        return minutes <= now.hour * 60 + now.minute

    def time_booked(self):
        """What was typed, as the keyword arguments of the procedures."""
        return {name: self.cleaned_data[name] for name in ("date", "time", "duration_minutes")}


class CreateAppointmentForm(KeyedForm, TimeFields):
    reason = forms.CharField(max_length=255, required=False, empty_value=None, help_text="As the patient says it.")


class MoveAppointmentForm(TimeFields):
    pass


class CancelAppointmentForm(forms.Form):
    use_required_attribute = False
    cancel_reason = forms.CharField(
        label="Reason",
        max_length=255,
        error_messages={"required": "Say why it is cancelled."},
        help_text="Such as: the patient called, the doctor is ill.",
    )


class CheckInForm(KeyedForm):
    """One press; the key makes a second one harmless."""
