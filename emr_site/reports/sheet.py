"""A report as its page shows it: headings with their links, rows of text, and what lies before and after."""

from dataclasses import dataclass
from functools import cached_property

from emr_site.reports import rows

DESCENDING_FIRST = {"number", "money", "date"}


@dataclass(frozen=True)
class Heading:
    """`sorted` is "ascending", "descending" or empty; `query` asks for the page sorted by this column."""

    text: str
    css: str
    sorted: str
    query: str


class Sheet:
    def __init__(self, asked):
        self.asked, self.report = asked, asked.report

    @cached_property
    def _page(self):
        return rows.page_of(self.asked.rows, self.report.names, self.asked.page)

    @property
    def headings(self):
        return [self._heading(column) for column in self.report.columns]

    def _heading(self, column):
        now = self.asked.sort
        is_sorted = {column.name: "ascending", f"-{column.name}": "descending"}.get(now, "")
        if is_sorted:
            following = column.name if is_sorted == "descending" else f"-{column.name}"
        else:
            following = f"-{column.name}" if column.kind in DESCENDING_FIRST else column.name
        query = self.asked.address(sort=following, page=None)
        return Heading(column.heading, column.css, is_sorted, query)

    @cached_property
    def rows(self):
        """Each row as [(column, the text of its cell)]."""
        columns = self.report.columns
        return [
            [(column, column.cell.show(value)) for column, value in zip(columns, row, strict=True)]
            for row in self._page[0]
        ]

    @property
    def first_number(self):
        return (self.asked.page - 1) * rows.ROWS_A_PAGE + 1

    @property
    def last_number(self):
        return self.first_number + len(self.rows) - 1

    @property
    def previous_url(self):
        return self._page_url(self.asked.page - 1) if self.asked.page > 1 else ""

    @property
    def next_url(self):
        more = self._page[1] and self.asked.page < rows.LAST_PAGE
        return self._page_url(self.asked.page + 1) if more else ""

    @property
    def first_url(self):
        return self._page_url(1)

    def _page_url(self, number):
        return f"?{self.asked.address(page=number)}"

    @property
    def ends_early(self):
        """Whether more rows follow than pages are leafed to."""
        return self._page[1] and self.asked.page == rows.LAST_PAGE

    @property
    def csv_query(self):
        return self.asked.address(page=None)
