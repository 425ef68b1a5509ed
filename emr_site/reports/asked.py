"""One request for a report, read from its address: the filters, the order, the page."""

from functools import cached_property

from django import forms

from emr_site.reports import rows
from emr_site.templatetags.emr import clinical_date


class PlaceForm(forms.Form):
    """Where in the report one stands: the order and the page, which links fill in."""

    def __init__(self, report, query):
        super().__init__(query)
        orders = [(f"{sign}{name}", name) for name in report.names for sign in ("", "-")]
        self.fields["sort"] = forms.ChoiceField(
            choices=orders,
            required=False,
            error_messages={"invalid_choice": "The report cannot be sorted so. Choose one of its headings."},
        )
        self.fields["page"] = forms.IntegerField(
            min_value=1,
            max_value=rows.LAST_PAGE,
            required=False,
            error_messages={
                "invalid": "The page must be a number, as in 2.",
                "min_value": "The first page is page 1.",
                "max_value": "Pages go to %(limit_value)s. Choose fewer rows with the filters, or download them all.",
            },
        )


class Asked:
    def __init__(self, report, query):
        self.report, self.query = report, query
        self.filters = report.filters(report.filters.typed(query), queryset=report.rows())
        self.place = PlaceForm(report, query)

    @property
    def form(self):
        return self.filters.form

    @cached_property
    def is_valid(self):
        if not self.place.is_valid():
            for errors in self.place.errors.values():
                self.form.add_error(None, errors)
        return self.form.is_valid()

    @cached_property
    def _ordered(self):
        wanted = self.place.cleaned_data["sort"] or self.report.order
        return (*rows.in_order(self.report, self.filters.qs, wanted), wanted)

    @property
    def rows(self):
        return self._ordered[0]

    @property
    def sort(self):
        return self._ordered[1]

    @property
    def unsortable(self):
        """The heading that the list is too long to be sorted by; empty when it is sorted as asked."""
        _, taken, wanted = self._ordered
        return "" if taken == wanted else self.report.column(wanted.lstrip("-")).heading

    @property
    def page(self):
        return self.place.cleaned_data["page"] or 1

    @property
    def conditions(self):
        """[(label, text)] of the filters that hold, for the head of the page and for the audit."""
        found = []
        for name, value in self.form.cleaned_data.items():
            if value not in (None, "", []):
                found.append((self.form.fields[name].label, self.worded(name, value)))
        return found

    def worded(self, name, value):
        if hasattr(value, "isoformat"):
            return clinical_date(value)
        words = {str(key): word for key, word in getattr(self.form.fields[name], "choices", ())}
        values = value if isinstance(value, list) else [value]
        return " or ".join(str(words.get(str(each), each)) for each in values)

    def address(self, **changes):
        """The query of this request with some of it changed; None takes a name out."""
        query = self.query.copy()
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = value
        return query.urlencode()
