"""A form that asks for days from one to another."""

from django import forms


class DayRangeForm(forms.Form):
    """Says so when the stretch from `date_from` to `date_to` ends before it begins."""

    use_required_attribute = False

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("date_from"), cleaned.get("date_to")
        if first and last and last < first:
            self.add_error("date_to", "The last day is before the first day. Change one of the two.")
        return cleaned
