"""The ways in which a patient can be found: each a query of its own over an index."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db import connection

from emr_site.fields import UnreadableDate, read_date
from emr_site.rows import rows

COLUMNS = (
    "patient_id AS id", "mrn", "family_name", "given_name", "date_of_birth", "sex", "phone_number", "deceased_on",
    "deactivated_at", "last_seen_on", "family_sound", "given_sound",
)  # fmt: skip
SEEN = ("seen_order", "patient_id")
BY_NAME = ("family_name", "given_name", *SEEN)
BY_GIVEN_NAME = ("given_name", "family_name", *SEEN)
FEWEST_DIGITS = 4
# Of a phone that is given whole; before these stand a country's code or a 0, as +44 1632 and 01632.
WHOLE_PHONE = 9
NUMBER_NAMED = re.compile(r"^\s*mrn\b[\s:.#-]*", re.IGNORECASE)
# Patients found through another table are sorted: so many at most.
MOST_ELSEWHERE = 200


@dataclass(frozen=True)
class Way:
    """One way of finding: a condition with its values, and the columns in whose order an index gives the patients."""

    condition: str
    values: tuple
    by: tuple = SEEN
    # Nobody was called so: the name only resembles what was typed.
    is_near: bool = False

    # Whom these find is found already.
    others: tuple = ()

    @property
    def own(self):
        """The condition on a patient, with its values."""
        return self.condition, self.values

    @property
    def rest(self):
        """What is asked beside the way's own condition, with its values: merged into none, and not found yet."""
        owned = [other.own for other in self.others]
        # Who has no phone at all is not found by it either.
        condition = " AND ".join(["merged_into_id IS NULL", *(f"({condition}) IS NOT TRUE" for condition, _ in owned)])
        return condition, sum((values for _, values in owned), ())

    def without(self, others):
        """Whom this way finds, and none of the others."""
        return replace(self, others=(*self.others, *others))

    def born_on(self, date):
        """Those of this way who were born on a day; in no order of names, of which a day has few."""
        condition, values = self.own
        return Way(f"date_of_birth = %s AND {condition}", (date, *values), others=self.others)

    def also(self, condition, *values):
        return replace(self, condition=f"{self.condition} AND {condition}", values=(*self.values, *values))

    def people(self, *, after, limit, among=None):
        """The first patients after one whose id is given, or from the beginning; only those of the ids `among`."""
        place = self.place_of(after) if after else None
        beyond_it, values = beyond(self.by, place) if place else ("TRUE", ())
        rest, rest_values = self.rest
        only, ids = one_of("patient_id", among)
        return self.read(
            ", ".join(COLUMNS),
            f"{beyond_it} AND {rest} AND {only} ORDER BY {', '.join(self.by)} LIMIT %s",
            [*values, *rest_values, *ids, limit],
        )

    def place_of(self, patient_id):
        """The values of `by` of a patient; None of one who is not there."""
        found = self.read(", ".join(self.by), "patient_id = %s", [patient_id])
        return list(found[0].values()) if found else None

    def read(self, what, condition, values):
        sql = f"SELECT {what} FROM `Patient` WHERE {self.condition} AND {condition}"
        return rows(sql, [*self.values, *values])


@dataclass(frozen=True)
class Search:
    """The ways of a text, in turn. What is only near to it is thought of when everything else has been asked."""

    ways: list
    nearly: Callable = list

    def born_on(self, date):
        return Search([way.born_on(date) for way in self.ways], lambda: [way.born_on(date) for way in self.nearly()])

    def then(self, *others):
        return Search([*self.ways, *others], self.nearly)

    def every_way(self):
        """Each way without whom the ways before it find."""
        yield from self.ways
        before = list(self.ways)
        for way in self.nearly():
            yield replace(way.without(before), is_near=True)
            before.append(way)


def one_of(column, values):
    """A condition and its values: any for None; of nobody, one that nobody fulfils."""
    if values is None:
        return "TRUE", ()
    return (f"{column} IN ({', '.join(['%s'] * len(values))})", tuple(values)) if values else ("FALSE", ())


def beyond(by, place):
    """After the row with these values. The outer bounds look redundant, but let the servers read an index's range."""
    condition, values = f"{by[-1]} > %s", [place[-1]]
    for column, value in reversed(list(zip(by[:-1], place[:-1], strict=True))):
        condition = f"{column} >= %s AND ({column} > %s OR ({column} = %s AND {condition}))"
        values = [value, value, value, *values]
    return condition, values


def digits_of(text):
    """The digits of a phone or medical record number, spaces, signs and "MRN" left out; empty for anything else."""
    digits = "".join(letter for letter in NUMBER_NAMED.sub("", text) if letter not in " -()+./")
    return digits if digits.isdecimal() else ""


def ways_by_number(digits):
    """A record number, also one of a record that was merged; a phone, from either end; an insurance's; a date.

    A phone is the same with a country's code, with 00 or with a 0 before it.
    """
    if len(digits) < FEWEST_DIGITS:
        return []
    ways = [
        beginning(("mrn", "patient_id"), mrn=digits),
        elsewhere("merged_into_id", "Patient", mrn=digits),
        beginning(("phone_digits", *SEEN), phone_digits=digits),
        beginning(("phone_reversed", *SEEN), phone_reversed=digits[::-1]),
        elsewhere("patient_id", "PatientPhone", digits=digits),
        elsewhere("patient_id", "PatientPhone", digits_reversed=digits[::-1]),
        *ways_by_member(digits),
    ]
    end = digits[::-1][:WHOLE_PHONE]
    if len(end) == WHOLE_PHONE:
        ways.append(beginning(("phone_reversed", *SEEN), phone_reversed=end))
        ways.append(elsewhere("patient_id", "PatientPhone", digits_reversed=end))
    born = past_date(digits)
    ways += [Way("date_of_birth = %s", (born,))] if born else []
    return [way.without(ways[:number]) for number, way in enumerate(ways)]


def member_key(text):
    """The number of an insurance as it is compared, as the column of that name is made."""
    return "".join(letter for letter in text if letter not in " -./")


def ways_by_member(text):
    key = member_key(text)
    return [elsewhere("patient_id", "Insurance", member_key=key)] if len(key) >= FEWEST_DIGITS else []


def starting(text):
    return f"{connection.ops.prep_for_like_query(text)}%"


def beginning(by, **texts):
    """Patients of whom each of these columns begins with its text."""
    return Way(" AND ".join(f"{column} LIKE %s" for column in texts), tuple(map(starting, texts.values())), by)


def elsewhere(whose, table, **texts):
    """Patients with a row of another table that begins with the text; of those that all begin so, the first few."""
    ((column, text),) = texts.items()
    some = f"SELECT {whose} FROM `{table}` WHERE {column} LIKE %s AND {whose} IS NOT NULL LIMIT {MOST_ELSEWHERE}"
    return Way(f"patient_id IN (SELECT {whose} FROM ({some}) AS some)", (starting(text),))


def past_date(text):
    try:
        return read_date(text, past=True)
    except UnreadableDate:
        return None
