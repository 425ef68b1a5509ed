"""A patient's visits and their records, newest first, under the years they fell in."""

from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

from clinical.models import ClinicalRecord
from emr_site.keyset import Page, read, write
from emr_site.rows import rows
from reception.models import Visit

VISITS_A_PAGE = 10
VISITS = """
SELECT v.visit_id AS id, v.date, v.time, v.reason, v.facility, v.arrived_at, v.started_at, v.left_at,
       CONCAT_WS(' ', NULLIF(p.prefix, ''), NULLIF(p.given_name, ''), p.family_name) AS provider,
       c.clinical_id, c.signs_and_symptoms, c.discharge_diagnosis, c.prescriptions, c.tests_and_procedures, c.notes
  FROM `Visit` AS v
  JOIN `Provider` AS p ON p.provider_id = v.provider_id
  LEFT JOIN `ClinicalCare` AS c ON c.visit_id = v.visit_id
 WHERE v.patient_id = %s"""
WITH_RECORD = "AND c.clinical_id IS NOT NULL"
# A visit without a time is the first of its day, as the server sorts it; the outer bound reads the index as a range.
EARLIER = """AND v.date <= %s
   AND (v.date < %s OR (COALESCE(v.time, '-01:00:00'), v.visit_id) < (COALESCE(%s, '-01:00:00'), %s))"""
TODAY = "AND v.date = %s"
NEWEST_FIRST = "ORDER BY v.date DESC, v.time DESC, v.visit_id DESC"
MARK = [Visit._meta.get_field(name) for name in ("date", "time", "id")]


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
    page = page_of(patient, read(after, MARK), with_record=with_record)
    by_year = groupby(page, key=lambda visit: str(visit["date"].year))
    return Timeline(page, [(year, year != said_year, list(visits)) for year, visits in by_year])


def page_of(patient, mark, *, with_record):
    parts, values = [VISITS], [patient.pk]
    if with_record:
        parts.append(WITH_RECORD)
    if mark:
        date, time, visit_id = mark
        parts.append(EARLIER)
        values += [date, date, time, visit_id]
    found = rows("\n".join([*parts, NEWEST_FIRST, "LIMIT %s"]), [*values, VISITS_A_PAGE + 1])
    visits = found[:VISITS_A_PAGE]
    for visit in visits:
        visit["texts"] = ClinicalRecord.texts_among(visit)
    return Page(visits, write(visits[-1], MARK) if len(found) > VISITS_A_PAGE else None, mark is None)


def open_visit(patient, timeline):
    """Today's visit that has begun at the desk and not yet ended; None when the patient is not here."""
    today, visits = timezone.localdate(), timeline.page.rows
    if timeline.page.following and visits[-1]["date"] >= today:  # today may go on behind the page
        visits = rows(f"{VISITS} {TODAY} {NEWEST_FIRST}", [patient.pk, today])
    here = (visit for visit in visits if visit["date"] == today and visit["arrived_at"] and not visit["left_at"])
    return next(here, None)
