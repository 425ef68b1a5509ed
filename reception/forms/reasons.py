"""Why a record is opened by somebody who sees the patients of today alone."""

from django import forms

from reception.forms.of_patient import CreateForm


class StateReasonForm(CreateForm):
    reason = forms.CharField(
        label="Why do you need this record today?",
        min_length=5,
        max_length=255,
        help_text="It is kept with your name, and the practice reads it.",
        error_messages={"required": "State the reason.", "min_length": "Say a little more: five letters at least."},
    )
