"""The form of a phrase."""

from django import forms

from emr_site.once import KeyedForm

ONE_WORD = "A word of 2 to 20 small letters and digits, without the full stop: htn."


class PhraseForm(KeyedForm):
    abbreviation = forms.RegexField(
        r"^[a-z0-9]{2,20}$",
        label="Short word",
        help_text="Typed after a full stop: htn is written .htn",
        error_messages={"required": ONE_WORD, "invalid": ONE_WORD},
    )
    body = forms.CharField(
        label="Text",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        error_messages={"required": "Enter what the word stands for."},
    )

    @property
    def columns(self):
        return {name: self.cleaned_data[name] for name in ("abbreviation", "body")}
