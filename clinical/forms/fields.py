"""What the chart's forms have in common."""

from django import forms

from clinical.models.versions import fingerprint
from emr_site.once import KeyedForm

COLUMN_BYTES = 65_535  # a TEXT column


class Prose(forms.CharField):
    """Free text of any number of lines; empty becomes None, for not recorded."""

    widget = forms.Textarea

    def __init__(self, *, rows=3, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(empty_value=None, **kwargs)
        self.widget.attrs["rows"] = rows

    def to_python(self, value):
        # Browsers send every line's end as two characters, which would make an untouched text look changed.
        value = super().to_python(value)
        return value.replace("\r\n", "\n") if value else value

    def validate(self, value):
        super().validate(value)
        if value and len(value.encode()) > COLUMN_BYTES:
            raise forms.ValidationError("This is too long to keep in one piece. Shorten it to about 15,000 words.")


class PatientForm(forms.Form):
    """A form of one patient's chart: it sends along whose chart was on the screen."""

    patient_id = forms.IntegerField(widget=forms.HiddenInput)
    use_required_attribute = False

    def __init__(self, *args, patient, **kwargs):
        super().__init__(*args, **kwargs)
        self.patient = patient
        self.initial["patient_id"] = patient.pk

    @property
    def typed(self):
        """What was typed, as the keyword arguments of the procedure."""
        own = {"patient_id", "idempotency_key", "version"}
        return {name: value for name, value in self.cleaned_data.items() if name not in own}


class CreateForm(KeyedForm, PatientForm):
    """Creates one row however often it is sent."""

    @property
    def key(self):
        return self.cleaned_data["idempotency_key"]


class UpdateForm(PatientForm):
    """Filled from a row, whose version it brings back; `columns` names those whose field is called otherwise."""

    version = forms.CharField(widget=forms.HiddenInput)
    columns = {}

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {"version": row.version, **self.values_of(row)}

    @property
    def seen(self):
        """The version of the row that was on the screen."""
        return self.cleaned_data["version"]

    def values_of(self, row):
        """What stands in the row, by the names of the fields."""
        names = [name for name in self.fields if name not in ("patient_id", "version")]
        return {name: getattr(row, self.columns.get(name, name)) for name in names}

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
                data[name] = self.fields[name].prepare_value(value) or ""
        again = type(self)(data, patient=self.patient, row=row)
        again.is_valid()
        for name in changed_here:
            value = again.values_of(row)[name]
            again.fields[name].differs = again.cleaned_data.get(name) != value
            again.fields[name].theirs = value
        return again

    def changed_since(self, seen):
        """The fields whose typed value is not the one that the form was filled with."""
        names = [name for name in self.fields if name not in ("patient_id", "version")]
        return [
            name for name in names if seen.get(self.columns.get(name, name)) != fingerprint(self.cleaned_data.get(name))
        ]
