"""Forms of the note: its sections with the versions that were on the screen, and what is added once it is signed."""

from django import forms

from clinical.forms.fields import Prose
from clinical.models import NoteTemplate, Section
from reception.forms.of_patient import CreateForm, PatientForm

LONGEST = 15000  # characters in a section


class NoteForm(PatientForm):
    """What was typed in some sections, or in all, each with the version that the writer has seen."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in Section.choices:
            self.fields[name] = forms.CharField(label=label, required=False, strip=False, max_length=LONGEST)
            self.fields[f"{name}_version"] = forms.IntegerField(required=False, min_value=0)

    @property
    def sections(self):
        """{section: (text, version seen)} of those that were sent."""
        cleaned = self.cleaned_data
        sent = [name for name in Section.values if name in self.data]
        return {name: (with_plain_lines(cleaned[name]), cleaned[f"{name}_version"] or 0) for name in sent}


def with_plain_lines(text):
    """A browser sends a line's end as two characters; two people's text is compared without."""
    return text.replace("\r\n", "\n").rstrip()


class TemplateForm(forms.Form):
    template = forms.ModelChoiceField(NoteTemplate.objects.filter(retired_at=None), empty_label="Begin from a template")


class SignForm(PatientForm):
    """What was on the screen: the versions of the sections, and the SHA-256 of all that is signed."""

    versions = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False)
    content = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)


class AddendumForm(CreateForm):
    body = Prose(label="Addendum", rows=3)
