"""Booking a time."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from emr_site.fields import ClinicalDateField, ClockField
from emr_site.templatetags.emr import clinical_date
from reception.forms.board import refuse_far_ahead
from reception.forms.free_times import USUAL_LENGTH, FreeTimesForm
from reception.forms.of_patient import CreateForm
from reception.models import AppointmentType, Provider
from reception.schedule import hindrances, minutes, skipped, taken_on

LAST_MINUTE = 24 * 60


class TimeFields(forms.Form):
    """When, and with whom. `overbook` is asked of those alone who may book beside another or outside of the hours."""

    provider = forms.ModelChoiceField(
        Provider.objects.active(),
        empty_label="Choose",
        error_messages={
            "required": "Choose the provider.",
            "invalid_choice": "This provider no longer works here. Choose another.",
        },
    )
    date = ClinicalDateField(future=True, error_messages={"required": "Enter the day."})
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
    overbook = forms.BooleanField(
        label="Book all the same",
        required=False,
        help_text="Beside another appointment, or outside of the hours. It is recorded that you did.",
    )

    chosen = None

    def __init__(self, *args, may_overbook=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.may_overbook = may_overbook
        if not may_overbook:
            del self.fields["overbook"]

    def clean_date(self):
        return refuse_far_ahead(self.cleaned_data["date"])

    def clean(self):
        cleaned = super().clean()
        now = timezone.localtime()
        if all(cleaned.get(name) for name in ("provider", "date", "time", "duration_minutes")):
            if cleaned["date"] == now.date() and self.ends <= minutes(now):
                # A patient may stand at the desk for a time that has begun, not for one that has ended.
                self.add_error("time", "This time has passed. Choose a later one.")
            elif self.ends <= LAST_MINUTE:
                self.refuse_hindered()
        return cleaned

    def fill_in(self, sent, chosen):
        """Show what was sent with a free time, "2026-12-02 09:30", chosen beside it; nothing is judged yet."""
        date, _, clock = chosen.partition(" ")
        self.initial |= sent.dict() | {"date": date, "time": clock}
        self.chosen = chosen

    @property
    def free(self):
        return FreeTimesForm.beside(self).find()

    @property
    def ends(self):
        """The minute of the day at which it ends."""
        return minutes(self.cleaned_data["time"]) + self.cleaned_data["duration_minutes"]

    def hindered(self, dates):
        starts = minutes(self.cleaned_data["time"])
        if self.cleaned_data.get("overbook"):
            # Nobody's right makes a time that no clock shows.
            return skipped(dates, starts)
        return hindrances(self.cleaned_data["provider"], dates, starts, self.ends)

    def refuse_hindered(self):
        for field, sentence in self.hindered([self.cleaned_data["date"]]).values():
            self.add_error(field, sentence)

    @property
    def time_typed(self):
        """What was typed, as the keyword arguments of the procedures."""
        columns = {name: self.cleaned_data[name] for name in ("date", "time", "duration_minutes")}
        return {"provider_id": self.cleaned_data["provider"].pk, **columns}

    def overbooked_by(self, user):
        """Who answers for it that no rule of time is asked; None when the rules are."""
        return {"overbooked_by_id": user.pk if self.cleaned_data.get("overbook") else None}


class AboutFields(forms.Form):
    """What an appointment is about."""

    appointment_type = forms.ModelChoiceField(
        AppointmentType.objects.active(),
        label="Type",
        required=False,
        empty_label="No type",
        error_messages={"invalid_choice": "This type is no longer in use. Choose another."},
    )
    reason = forms.CharField(max_length=255, required=False, empty_value=None, help_text="As the patient says it.")


class CreateAppointmentForm(CreateForm, TimeFields, AboutFields):
    times = forms.IntegerField(
        label="How many times",
        min_value=1,
        max_value=52,
        initial=1,
        required=False,
        help_text="More than 1 make a series of the same weekday and time.",
        error_messages={
            "invalid": "Enter a number from 1 to 52.",
            "min_value": "Enter a number from 1 to 52.",
            "max_value": "A series has 52 appointments at most.",
        },
    )
    every_weeks = forms.IntegerField(
        label="Every so many weeks",
        min_value=1,
        max_value=26,
        initial=1,
        required=False,
        error_messages={
            "invalid": "Enter a number from 1 to 26.",
            "min_value": "Enter a number from 1 to 26.",
            "max_value": "Enter a number from 1 to 26.",
        },
    )
    asked_for = None
    field_order = ("appointment_type", "provider", "date", "time", "duration_minutes", "reason", "times", "every_weeks")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        length = self.fields["duration_minutes"]
        length.required, length.initial = False, None
        length.help_text = f"Left empty: the usual length of its type, or {USUAL_LENGTH}."

    def clean_duration_minutes(self):
        kind = self.cleaned_data.get("appointment_type")
        return self.cleaned_data["duration_minutes"] or (kind.duration_minutes if kind else USUAL_LENGTH)

    def clean_times(self):
        return self.cleaned_data["times"] or 1

    def clean_every_weeks(self):
        return self.cleaned_data["every_weeks"] or 1

    @property
    def is_series(self):
        """Whether the fields of a series are in use, and so in sight."""
        used = [str(self[name].value() or 1) != "1" for name in ("times", "every_weeks")]
        return any(used) or "times" in self.errors or "every_weeks" in self.errors

    @property
    def dates(self):
        step = timedelta(weeks=self.cleaned_data["every_weeks"])
        return [self.cleaned_data["date"] + n * step for n in range(self.cleaned_data["times"])]

    def refuse_hindered(self):
        if self.cleaned_data.get("times", 1) == 1 or not self.cleaned_data.get("every_weeks"):
            return super().refuse_hindered()
        hindered = self.hindered(self.dates)
        if hindered:
            named = ", ".join(map(clinical_date, hindered))
            self.add_error("times", f"These days of the series do not go: {named}. The first: {first_of(hindered)}")

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            # Kept: a field that is refused later loses its value.
            self.asked_for = (cleaned["provider"], self.dates, minutes(cleaned["time"]), self.ends)
        return cleaned

    def name_taken(self):
        """Say of a series that was refused which of its times are taken."""
        taken = taken_on(*self.asked_for)
        if taken:
            self.add_error("times", f"On these days the time is taken: {', '.join(map(clinical_date, taken))}.")

    @property
    def columns(self):
        kind = self.cleaned_data["appointment_type"]
        return {"reason": self.cleaned_data["reason"], "appointment_type_id": kind and kind.pk}


def first_of(hindered):
    return hindered[min(hindered)][1]
