"""What patients answer to a message, and which messages they want."""

from django import forms
from django.core.validators import MaxLengthValidator

from reception.forms.of_patient import PatientForm
from reception.models import Channel


class AnotherTimeForm(forms.Form):
    """Which other time would suit, asked in the `page_words` of the page."""

    use_required_attribute = False
    words = forms.CharField(max_length=200, widget=forms.Textarea(attrs={"rows": 3, "maxlength": 200}))

    def __init__(self, *args, page_words, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["words"]
        field.label, field.help_text = page_words["when_label"], page_words["when_help"]
        field.error_messages["required"] = page_words["when_missing"]
        # The validator has been made with Django's own sentence.
        field.validators = [
            MaxLengthValidator(200, page_words["when_too_long"]),
            *(each for each in field.validators if not isinstance(each, MaxLengthValidator)),
        ]


class OptOutForm(PatientForm):
    """One switch of one channel: whether the patient is written to by it."""

    channel = forms.ChoiceField(choices=Channel.choices)
    wanted = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
