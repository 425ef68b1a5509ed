"""The filters of the list of clinical records; they stand in the page's address."""

from django import forms

from emr_site.day_range_form import DayRangeForm
from emr_site.fields import ClinicalDateField
from reception.models import Provider


class DayRange(DayRangeForm):
    """Two days, both included, either of them left open."""

    date_from = ClinicalDateField(required=False, label="From", help_text="")
    date_to = ClinicalDateField(required=False, label="To", help_text="")

    def days(self, column):
        """The range as conditions on a column of dates."""
        bounds = {"gte": self.cleaned_data.get("date_from"), "lte": self.cleaned_data.get("date_to")}
        return {f"{column}__{bound}": day for bound, day in bounds.items() if day}


class RecordFilters(DayRange):
    provider = forms.ModelChoiceField(Provider.objects.all(), required=False, empty_label="Every provider")
    # A patient by number, not by name: the filters stand in an address.
    mrn = forms.RegexField(
        r"^[\d \-]{4,20}$",
        required=False,
        label="MRN",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": "A record number has digits alone, such as 100 000 12."},
    )

    def clean_mrn(self):
        return "".join(letter for letter in self.cleaned_data["mrn"] if letter.isdecimal())
