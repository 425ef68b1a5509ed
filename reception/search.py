"""Find patients by what people say: a name in any order, a birth date, a phone number, a medical record number.

Each way of finding is a query of its own over an index, tried in turn; one query with ORs between them would sort a
tenth of the table for two letters.
"""

from dataclasses import dataclass
from itertools import chain

from django.db.models import Q, QuerySet

from emr_site.fields import UnreadableDate, read_date
from emr_site.keyset import SIZE, page_after, write
from reception.models import Patient

COLUMNS = (
    "id", "mrn", "family_name", "given_name", "date_of_birth", "sex", "phone_number", "phone_digits",
    "phone_reversed", "deceased_on", "deactivated_at",
)  # fmt: skip
BY_NAME = ("family_name", "given_name", "id")
BY_GIVEN_NAME = ("given_name", "family_name", "id")
FEWEST_LETTERS = 2
FEWEST_DIGITS = 4


@dataclass(frozen=True)
class Way:
    """One way of finding: the patients, and the order in which an index gives them."""

    patients: QuerySet
    by: tuple


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
    rows, is_first = [], last is None and start == 0
    for number in range(start, len(ways)):
        way = ways[number]
        page = page_after(place_of(last, way), way.patients.values(*COLUMNS), by=way.by, size=size - len(rows))
        rows += page.rows
        if page.following:
            return Found(for_reading(rows), f"{number}.{rows[-1]['id']}", is_first)
        if len(rows) == size and number + 1 < len(ways):
            return Found(for_reading(rows), f"{number + 1}.", is_first)
        last = None
    return Found(for_reading(rows), None, is_first)


def read_mark(mark):
    """(number of the way, id of the last patient shown or None); the beginning for a mark that is none of ours."""
    number, _, last = (mark or "").partition(".")
    if not number.isdecimal() or (last and not last.isdecimal()) or len(mark) > 30:
        return 0, None
    return int(number), int(last) if last else None


def place_of(patient_id, way):
    """Where a way has come to, as page_after wants it; None before its first patient."""
    row = patient_id and Patient.objects.filter(pk=patient_id).values(*way.by).first()
    return write(row, [Patient._meta.get_field(name) for name in way.by]) if row else None


def is_too_short(text):
    """Whether nothing was looked for, because what was typed fits too many."""
    return bool(text) and not ways_of(text)


def ways_of(text):
    text = " ".join((text or "").split())
    if not text:
        return [Way(Patient.objects.active(), BY_NAME)]
    born = birth_date(text)
    if born:
        return [Way(Patient.objects.filter(date_of_birth=born), BY_NAME)]
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
    by_phone = Patient.objects.filter(phone_digits__istartswith=digits)
    by_end = Patient.objects.filter(phone_reversed__istartswith=digits[::-1])
    return [
        Way(Patient.objects.filter(mrn__istartswith=digits), ("mrn", "id")),
        Way(by_phone, ("phone_digits", "id")),
        Way(by_end.exclude(phone_digits__istartswith=digits), ("phone_reversed", "id")),
    ]


def ways_by_name(text):
    """Family and given name in either order; with a comma the family name comes first."""
    before, comma, behind = (part.strip() for part in text.partition(","))
    if comma:
        return [Way(named(before, behind), BY_NAME)]
    words = text.split()
    if len(words) == 1:
        given = Patient.objects.filter(given_name__istartswith=text).exclude(family_name__istartswith=text)
        return [Way(named(text, ""), BY_NAME), Way(given, BY_GIVEN_NAME)]
    splits = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    pairs = list(chain.from_iterable(((last, first), (first, last)) for first, last in splits))
    alone = [(text, "")]
    ways, before = [], Q()
    for family, given in [*pairs, *alone]:
        condition = Q(family_name__istartswith=family, given_name__istartswith=given)
        patients = Patient.objects.filter(condition)
        ways.append(Way(patients.exclude(before) if before else patients, BY_NAME))
        before |= condition
    return ways


def named(family, given):
    patients = Patient.objects.filter(family_name__istartswith=family)
    return patients.filter(given_name__istartswith=given) if given else patients


def for_reading(rows):
    """The rows, each with `alike` where another on the list has nearly the same name."""
    seen = {}
    for row in rows:
        key = (row["family_name"].casefold()[:4], row["given_name"].casefold()[:2])
        row["sex"] = Patient.Sex(row["sex"]).label
        row["alike"] = key in seen
        if key in seen:
            seen[key]["alike"] = True
        seen[key] = row
    return rows
