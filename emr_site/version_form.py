"""Forms of rows that two people may have open at once."""

from django import forms

from emr_site.once import DAMAGED
from emr_site.versions import fingerprint

NAMED_CHOICES = {forms.ChoiceField, forms.TypedChoiceField}


class VersionForm(forms.Form):
    """Filled from a Versioned row, whose version it brings back; `columns` names those whose field is called otherwise.

    Mix in before Form or ModelForm, and say in once_more() how the form is made again.
    """

    version = forms.CharField(widget=forms.HiddenInput, error_messages={"required": DAMAGED})
    columns = {}

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {"version": row.version, **self.values_of(row)}

    @property
    def seen(self):
        """The version of the row that was on the screen."""
        return self.cleaned_data["version"]

    def typed_names(self):
        return [name for name, field in self.fields.items() if not field.widget.is_hidden]

    def values_of(self, row):
        """What stands in the row, by the names of the fields."""
        return {name: getattr(row, self.columns.get(name, name)) for name in self.typed_names()}

    def against(self, row):
        """This form once more, to be sent knowing what stands in `row` now.

        A field that nobody touched here holds what is saved; one that was changed keeps what was typed, and where the
        two differ has the saved value as `theirs`.
        """
        data = self.data.copy()
        data["version"] = row.version
        changed_here = self.changed_since(row.fingerprints(self.seen))
        for name, value in self.values_of(row).items():
            if name not in changed_here:
                prepared = self.fields[name].prepare_value(value)
                data[name] = "" if prepared is None else prepared
        again = self.once_more(data, row)
        again.is_valid()
        for name in changed_here:
            value = again.values_of(row)[name]
            again.fields[name].differs = again.cleaned_data.get(name) != value
            again.fields[name].theirs = in_words(again.fields[name], value)
        return again

    def once_more(self, data, row):
        raise NotImplementedError

    def changed_since(self, seen):
        """The fields whose typed value is not the one that the form was filled with."""
        return [
            name
            for name in self.typed_names()
            if seen.get(self.columns.get(name, name)) != fingerprint(self.cleaned_data.get(name))
        ]


def in_words(field, value):
    """A saved value as its field would name it."""
    if isinstance(field, forms.BooleanField):
        return "Yes" if value else "No"
    return dict(field.choices).get(value, value) if type(field) in NAMED_CHOICES else value
