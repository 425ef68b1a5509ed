"""What the chart's forms have in common."""

from django import forms

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
