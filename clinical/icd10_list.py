"""Keeping the tables of ICD-10-CM equal to a list of its codes."""

from dataclasses import dataclass
from itertools import islice

from django.db import connection, transaction

from clinical.icd10_words import words_of
from clinical.models import Icd10Code, Icd10Word

BATCH = 2000
# A plain diagnosis is meant more often than its complications.
PLAIN = ("unspecified", "without complication", "uncomplicated", "essential")
PLAIN_BONUS = 45
# By the first letter of the code: what a list of problems seldom holds comes after what it often does.
SELDOM = {"O": 120, "P": 120, "Q": 60, "S": 80, "T": 80, "V": 300, "W": 300, "X": 300, "Y": 300, "Z": 60}
HEADING = 500
# Of an injury the first encounter is recorded here.
LATER = ("subsequent encounter", "sequela")
LATER_MALUS = 200
# Said with a name of their own where they are meant.
SPECIAL = ("open fracture", "open bite", "pathological fracture", "stress fracture", "secondary malignant")
SPECIAL_MALUS = 120


@dataclass(frozen=True)
class Listed:
    """One code as its publisher lists it; `also` are other names of the same."""

    code: str
    title: str
    is_billable: bool
    also: tuple = ()

    @property
    def row(self):
        text = " / ".join((self.title, *self.also))
        return Icd10Code(
            code=self.code,
            title=self.title[:255],
            is_billable=self.is_billable,
            search_text=text,
            search_rank=self.rank,
        )

    @property
    def rank(self):
        title = self.title.lower()
        bonus = sum(PLAIN_BONUS for words in PLAIN if words in title)
        malus = sum(LATER_MALUS for words in LATER if words in title)
        malus += sum(SPECIAL_MALUS for words in SPECIAL if words in title)
        return len(title) - bonus + malus + SELDOM.get(self.code[0], 0) + (0 if self.is_billable else HEADING)


def write_list(listed):
    """Write what is new or has changed; what the list no longer has is found no more. Returns (written, gone)."""
    rows = {each.code: each.row for each in listed}
    known = Icd10Code.objects.in_bulk()
    changed = [row for row in rows.values() if facts(row) != facts(known.get(row.code))]
    searched = set(Icd10Word.objects.values_list("code_id", flat=True).distinct())
    gone = searched - rows.keys()
    stale = searched & (gone | {row.code for row in changed})
    with transaction.atomic():
        for codes in batches(sorted(stale)):
            Icd10Word.objects.filter(code__in=codes).delete()
        for some in batches(changed):
            write_rows(some)
    return len(changed), len(gone)


def write_rows(rows):
    names = ["title", "is_billable", "search_text", "search_rank"]
    Icd10Code.objects.bulk_create(rows, update_conflicts=True, update_fields=names)
    # A heading is found by its code: the diagnoses below it have its words.
    words = [(word, row.code, row.search_rank) for row in rows if row.is_billable for word in words_of(row.search_text)]
    with connection.cursor() as cursor:
        # Rows of the ORM would take a minute: there are a million words.
        cursor.executemany("INSERT INTO Icd10Word (word, icd10_code, search_rank) VALUES (%s, %s, %s)", words)


def facts(row):
    return row and (row.title, row.is_billable, row.search_text, row.search_rank)


def batches(rows):
    rows = iter(rows)
    while some := list(islice(rows, BATCH)):
        yield some
