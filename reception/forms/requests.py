"""What a patient asks for, and the desk's answer."""

from django import forms

from emr_site.once import KeyedForm
from reception.models import PortalRequest


class AskForm(KeyedForm):
    use_required_attribute = False
    kind = forms.ChoiceField(
        label="What is it about?",
        choices=PortalRequest.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is about."},
    )
    words = forms.CharField(
        label="What would you like us to do?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 500}),
        help_text="Up to 500 characters. Please write nothing about your health here: call us instead.",
        error_messages={"required": "Tell us what you would like us to do."},
    )


class AnswerForm(forms.Form):
    use_required_attribute = False
    answer = forms.CharField(
        label="Answer, which the patient reads",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 500}),
        error_messages={"required": "Write the answer."},
    )
