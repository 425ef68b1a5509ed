"""The buttons of the day, and the choice of one."""

from django import forms

from emr_site.fields import ClinicalDateField
from emr_site.once import KeyedForm
from reception.models import Provider, Room
from reception.models.appointments import Status

LAST_YEAR = 2200  # beyond it a typed year is a slip


def refuse_far_ahead(day):
    if day and day.year > LAST_YEAR:
        raise forms.ValidationError("This day is too far ahead. Check the year.")
    return day


class CheckInForm(KeyedForm):
    """One press; the key makes a second one harmless."""


# Cancelling has a page of its own, which asks why, and a right of its own; checking in begins a visit.
STEPS = [(each.value, each.label) for each in Status if each not in (Status.SCHEDULED, Status.CANCELLED)]


class StepForm(forms.Form):
    """Where the patient is from now on, and where they were on the screen."""

    status = forms.ChoiceField(choices=STEPS, widget=forms.HiddenInput)
    seen = forms.ChoiceField(choices=Status.choices, widget=forms.HiddenInput)
    room = forms.ModelChoiceField(
        Room.objects.all(),
        required=False,
        empty_label="Choose the room",
        error_messages={"invalid_choice": "This room no longer exists. Choose another."},
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    @property
    def room_id(self):
        room = self.cleaned_data["room"]
        return room and room.pk


class UndoStepForm(forms.Form):
    """Why the last step is taken back, and which it was on the screen."""

    seen = forms.ChoiceField(choices=Status.choices, widget=forms.HiddenInput)
    reason = forms.CharField(
        max_length=255,
        initial="Pressed by mistake",
        error_messages={"required": "Say why it is taken back."},
        help_text="Such as: the wrong patient, the patient left, the patient came after all.",
    )


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
