"""A patient's visits and their records, newest first, under the years they fell in."""

from dataclasses import dataclass
from itertools import groupby

from emr_site.keyset import Page, page_after
from reception.models import Visit

VISITS_A_PAGE = 10


@dataclass(frozen=True)
class Timeline:
    page: Page
    years: list  # of (year, whether to say it, visits)

    @property
    def first(self):
        return next(iter(self.page), None)

    @property
    def last_year(self):
        return self.years[-1][0] if self.years else None


def timeline_of(patient, *, after=None, said_year=None, with_record=False):
    """The page of visits that follows the mark `after`; `said_year` is the heading that stands above it already."""
    visits = Visit.objects.filter(patient=patient).select_related("provider", "clinical_record")
    if with_record:
        visits = visits.filter(clinical_record__isnull=False)
    page = page_after(after, visits, by=("-date", "-time", "-id"), size=VISITS_A_PAGE)
    by_year = groupby(page, key=lambda visit: visit.date.year)
    return Timeline(page, [(year, str(year) != said_year, list(visits)) for year, visits in by_year])
