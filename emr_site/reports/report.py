"""What a report is, and which reports there are."""

from dataclasses import dataclass
from functools import cache

from django.utils.module_loading import autodiscover_modules

from emr_site.reports.cells import KINDS
from emr_site.reports.filters import ReportFilters

DATABASE = "reports"


@dataclass(frozen=True)
class Column:
    """One column of a report: a field of its model, under a heading, shown as its kind (see cells.KINDS).

    `sort_by` names what orders the rows beside the column itself; `quick` says that this order costs the same however
    long the list is. A column without quick is sorted by only while the list is short (see rows.SORTABLE_ROWS).
    """

    name: str
    heading: str
    kind: str = "text"
    sort_by: tuple[str, ...] = ()
    quick: bool = False

    @property
    def cell(self):
        return KINDS[self.kind]

    @property
    def css(self):
        """The classes of its cells."""
        return self.cell.css

    @property
    def fields(self):
        return (self.name, *self.sort_by)


@dataclass(frozen=True)
class Report:
    """A page of rows; `question` says in one sentence what one row is, `order` the column that sorts at first.

    `figures` marks a report of exactly one row, which is shown as figures in place of a table.
    """

    slug: str
    title: str
    group: str
    question: str
    model: type
    columns: tuple[Column, ...]
    order: str
    filters: type[ReportFilters] = ReportFilters
    figures: bool = False

    @property
    def names(self):
        return [column.name for column in self.columns]

    @property
    def permission(self):
        return f"{self.model._meta.app_label}.view_{self.model._meta.model_name}"

    def rows(self):
        return self.model.objects.using(DATABASE)

    def column(self, name):
        return next(column for column in self.columns if column.name == name)


_reports = {}


def register(*reports):
    """Make reports known; called by each room's reports.py."""
    for each in reports:
        if each.slug in _reports:
            raise ValueError(f"Two reports are called {each.slug}.")
        _reports[each.slug] = each


@cache
def _discover():
    autodiscover_modules("reports")


def all_reports():
    """Every report, by its address."""
    _discover()
    return dict(sorted(_reports.items(), key=lambda item: item[1].title))
