"""What patients answer to a message, and which messages they want."""

from django import forms

from reception.forms.of_patient import PatientForm
from reception.models import Channel


class AnotherTimeForm(forms.Form):
    use_required_attribute = False
    words = forms.CharField(
        label="Which days or times suit you?",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 200}),
        error_messages={
            "required": "Tell us which days or times suit you.",
            "max_length": "Please keep to 200 characters, or call us.",
        },
        help_text="Up to 200 characters. Please write nothing about your health here.",
    )


class OptOutForm(PatientForm):
    """One switch of one channel: whether the patient is written to by it."""

    channel = forms.ChoiceField(choices=Channel.choices)
    wanted = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
