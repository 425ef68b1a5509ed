"""Find patients by what people say: a name in any order, a birth date, a phone number, a medical record number.

Each way of finding is a query of its own over an index, tried in turn; one query with ORs between them would sort a
tenth of the table for two letters. A search answers while somebody types.
"""

from dataclasses import dataclass

from django.db import connection

from emr_site.fields import UnreadableDate, read_date
from emr_site.keyset import SIZE
from emr_site.rows import rows
from reception.models import Patient

COLUMNS = (
    "patient_id AS id", "mrn", "family_name", "given_name", "date_of_birth", "sex", "phone_number", "deceased_on",
    "deactivated_at",
)  # fmt: skip
BY_NAME = ("family_name", "given_name", "patient_id")
BY_GIVEN_NAME = ("given_name", "family_name", "patient_id")
SEXES = dict(Patient.Sex.choices)
FEWEST_LETTERS = 2
FEWEST_DIGITS = 4
# More is no name: each word more costs two more queries, each longer than the last.
LONGEST, MOST_WORDS = 100, 6


@dataclass(frozen=True)
class Way:
    """One way of finding: a condition with its values, and the columns in whose order an index gives the patients."""

    condition: str
    values: tuple
    by: tuple

    def without(self, *others):
        """Whom this way finds, and none of the others."""
        condition = " AND NOT ".join([self.condition, *(f"({other.condition})" for other in others)])
        return Way(condition, sum((other.values for other in others), self.values), self.by)

    def people(self, *, place, limit):
        """The first patients after a place: the values of `by` in the last row before, None for the beginning."""
        after, values = beyond(self.by, place) if place else ("TRUE", ())
        return rows(
            f"SELECT {', '.join(COLUMNS)} FROM `Patient` WHERE {self.condition} AND {after}"
            f" ORDER BY {', '.join(self.by)} LIMIT %s",
            [*self.values, *values, limit],
        )


@dataclass(frozen=True)
class Found:
    """A page of patients as dicts, and the mark after which the next one begins (None on the last)."""

    rows: list
    following: str | None
    is_first: bool


def find_patients(text, *, after=None, size=SIZE):
    """One page of the patients whom `text` may mean; everyone, in family name order, when it is empty.

    `after` is the `following` of the page before, as it came in an address: it says which way of finding is under way
    and whom it has come to, by id alone.
    """
    ways = ways_of(text)
    start, last = read_mark(after)
    found, is_first = [], last is None and start == 0
    for number in range(start, len(ways)):
        room = size - len(found)
        page = ways[number].people(place=place_of(last, ways[number]), limit=room + 1)
        found += page[:room]
        if len(page) > room:
            return Found(for_reading(found), f"{number}.{found[-1]['id']}", is_first)
        if len(found) == size and number + 1 < len(ways):
            return Found(for_reading(found), f"{number + 1}.", is_first)
        last = None
    return Found(for_reading(found), None, is_first)


def beyond(by, place):
    """After the row with these values. The outer bounds look redundant, but let the servers read an index's range."""
    condition, values = f"{by[-1]} > %s", [place[-1]]
    for column, value in reversed(list(zip(by[:-1], place[:-1], strict=True))):
        condition = f"{column} >= %s AND ({column} > %s OR ({column} = %s AND {condition}))"
        values = [value, value, value, *values]
    return condition, values


def read_mark(mark):
    """(number of the way, id of the last patient shown or None); the beginning for a mark that is none of ours."""
    number, _, last = (mark or "").partition(".")
    if not number.isdecimal() or (last and not last.isdecimal()) or len(mark) > 30:
        return 0, None
    return int(number), int(last) if last else None


def place_of(patient_id, way):
    """Where a way has come to; None before its first patient."""
    found = patient_id and rows(f"SELECT {', '.join(way.by)} FROM `Patient` WHERE patient_id = %s", [patient_id])
    return list(found[0].values()) if found else None


def is_too_short(text):
    """Whether nothing was looked for, because what was typed fits too many."""
    return bool(text) and not ways_of(text)


def ways_of(text):
    text = " ".join((text or "")[:LONGEST].split())
    if not text:
        return [Way("deactivated_at IS NULL", (), BY_NAME)]
    born = birth_date(text)
    if born:
        return [Way("date_of_birth = %s", (born,), BY_NAME)]
    digits = digits_of(text)
    if digits:
        return ways_by_number(digits)
    return ways_by_name(text) if len(text) >= FEWEST_LETTERS else []


def birth_date(text):
    """The birth date that was typed; digits alone are a number, not a date."""
    if text.isdecimal():
        return None
    try:
        return read_date(text, past=True)
    except UnreadableDate:
        return None


def digits_of(text):
    """The digits of a phone or medical record number, spaces and signs left out; empty for anything else."""
    digits = "".join(letter for letter in text if letter not in " -()+./")
    return digits if digits.isdecimal() else ""


def ways_by_number(digits):
    if len(digits) < FEWEST_DIGITS:
        return []
    by_phone = beginning(("phone_digits", "patient_id"), phone_digits=digits)
    by_end = beginning(("phone_reversed", "patient_id"), phone_reversed=digits[::-1])
    return [beginning(("mrn", "patient_id"), mrn=digits), by_phone, by_end.without(by_phone)]


def ways_by_name(text):
    """Family and given name in either order; with a comma the family name comes first."""
    before, comma, behind = (part.strip() for part in text.partition(","))
    if comma:
        return [named(before, behind)]
    words = text.split()
    if len(words) == 1:
        family = named(text, "")
        return [family, beginning(BY_GIVEN_NAME, given_name=text).without(family)]
    splits = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, min(len(words), MOST_WORDS))]
    ways = [named(*pair) for last, first in splits for pair in ((last, first), (first, last))] + [named(text, "")]
    return [way.without(*ways[:number]) for number, way in enumerate(ways)]


def named(family, given):
    if given:
        return beginning(BY_NAME, family_name=family, given_name=given)
    return beginning(BY_NAME, family_name=family)


def beginning(by, **texts):
    """Patients of whom each of these columns begins with its text."""
    condition = " AND ".join(f"{column} LIKE %s" for column in texts)
    return Way(condition, tuple(f"{connection.ops.prep_for_like_query(text)}%" for text in texts.values()), by)


def for_reading(people):
    """The rows, each with `alike` where another on the list has nearly the same name."""
    seen = {}
    for person in people:
        person["sex"] = SEXES[person["sex"]]
        key = (person["family_name"].casefold()[:4], person["given_name"].casefold()[:2])
        person["alike"] = key in seen
        if key in seen:
            seen[key]["alike"] = True
        seen[key] = person
    return people
