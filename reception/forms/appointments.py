"""Booking a time, moving it, cancelling it."""

from django import forms
from django.utils import timezone

from emr_site.fields import ClinicalDateField, ClockField
from emr_site.once import KeyedForm
from emr_site.version_form import VersionForm
from reception.forms.of_patient import CreateForm
from reception.models import Provider

LAST_YEAR = 2200  # beyond it a typed year is a slip


def refuse_far_ahead(day):
    if day and day.year > LAST_YEAR:
        raise forms.ValidationError("This day is too far ahead. Check the year.")
    return day


class TimeFields(forms.Form):
    provider = forms.ModelChoiceField(
        Provider.objects.active(),
        empty_label="Choose",
        error_messages={
            "required": "Choose the provider.",
            "invalid_choice": "This provider no longer works here. Choose another.",
        },
    )
    date = ClinicalDateField(
        future=True, error_messages={"required": "Enter the day."}, help_text="Day, month, year: 24/11/2026"
    )
    time = ClockField(
        help_text="On the 24-hour clock: 09:30",
        error_messages={"required": "Enter the time."},
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

    def clean_date(self):
        return refuse_far_ahead(self.cleaned_data["date"])

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

    @property
    def time_typed(self):
        """What was typed, as the keyword arguments of the procedures."""
        columns = {name: self.cleaned_data[name] for name in ("date", "time", "duration_minutes")}
        return {"provider_id": self.cleaned_data["provider"].pk, **columns}


class CreateAppointmentForm(CreateForm, TimeFields):
    reason = forms.CharField(max_length=255, required=False, empty_value=None, help_text="As the patient says it.")


class AppointmentForm(VersionForm):
    """A change of an appointment, by one who has seen it as it was then."""

    use_required_attribute = False

    def once_more(self, data, row):
        return type(self)(data, row=row)


class MoveAppointmentForm(AppointmentForm, TimeFields):
    pass


class CancelAppointmentForm(AppointmentForm):
    cancel_reason = forms.CharField(
        label="Reason",
        max_length=255,
        error_messages={"required": "Say why it is cancelled."},
        help_text="Such as: the patient called, the doctor is ill.",
    )


class CheckInForm(KeyedForm):
    """One press; the key makes a second one harmless."""


class DayForm(forms.Form):
    """Which day to look at, and whose; nothing chosen is today, and everybody's."""

    day = ClinicalDateField(required=False, help_text="")
    provider = forms.ModelChoiceField(
        Provider.objects.all(),
        required=False,
        empty_label="All providers",
        error_messages={"invalid_choice": "This provider is not known. Choose one of the list."},
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def clean_day(self):
        return refuse_far_ahead(self.cleaned_data["day"])
