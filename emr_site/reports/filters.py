"""The filters that reports are made of. What they hold stands in the address of the page."""

import django_filters
from django import forms

from emr_site.day_range_form import DayRangeForm
from emr_site.fields import ClinicalDateField


class DateFilter(django_filters.Filter):
    field_class = ClinicalDateField


class OfPatient(django_filters.Filter):
    """The rows of one patient, by number: a name has no place in an address."""

    field_class = forms.IntegerField

    def __init__(self):
        super().__init__(
            label="Patient number",
            field_name="patient_id",
            min_value=1,
            max_value=2**63 - 1,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            error_messages={"invalid": "Enter the number of one patient, such as 36."},
        )


class OneOf(django_filters.ChoiceFilter):
    """One of a list of values; `choices` may be a function that fetches them."""

    def __init__(self, label, choices, **kwargs):
        super().__init__(label=label, choices=choices, empty_label="All", **kwargs)


class SomeOf(django_filters.MultipleChoiceFilter):
    """Any number of a list of values, ticked."""

    def __init__(self, label, choices, **kwargs):
        super().__init__(label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **kwargs)


class FirstDay(DateFilter):
    def __init__(self, label, field_name="date", **kwargs):
        super().__init__(label=label, field_name=field_name, lookup_expr="gte", **kwargs)


class LastDay(DateFilter):
    def __init__(self, label, field_name="date", **kwargs):
        super().__init__(label=label, field_name=field_name, lookup_expr="lte", **kwargs)


class ReportFilters(django_filters.FilterSet):
    """A report's filters; `defaults` hold while the address names none of them.

    The page's form sends `filtered` along, because boxes that are all unticked send nothing.
    """

    defaults = {}

    class Meta:
        form = DayRangeForm

    @classmethod
    def typed(cls, query):
        """The query with the defaults put in where nobody has chosen anything yet."""
        if "filtered" in query or any(name in query for name in cls.base_filters):
            return query
        query = query.copy()
        for name, value in cls.defaults.items():
            query.setlist(name, value if isinstance(value, list) else [value])
        return query
