"""Forms of the next visit: in how long, and which of the free times."""

from django import forms

from clinical.follow_up import day_in
from clinical.forms.orders import BoxForm

NOT_UNDERSTOOD = "Say it as “6 weeks”, “10 days” or “3 months”: up to two years ahead."


class InHowLongForm(forms.Form):
    said = forms.CharField(
        label="Follow-up in", max_length=30, error_messages={"required": NOT_UNDERSTOOD},
        widget=forms.TextInput(attrs={"placeholder": "6 weeks"}),
    )  # fmt: skip

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_said(self):
        day = day_in(self.cleaned_data["said"], self.today)
        if day is None:
            raise forms.ValidationError(NOT_UNDERSTOOD)
        self.cleaned_data["day"] = day
        return self.cleaned_data["said"]


class BookFollowUpForm(BoxForm):
    date = forms.DateField(widget=forms.HiddenInput)
    time = forms.TimeField(widget=forms.HiddenInput)
