"""The ways in which a patient can be found: each a query of its own over an index."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db import connection

from emr_site.fields import UnreadableDate, read_date
from emr_site.rows import rows
from reception.near_names import near

COLUMNS = (
    "patient_id AS id", "mrn", "family_name", "given_name", "date_of_birth", "sex", "phone_number", "deceased_on",
    "deactivated_at", "last_seen_on", "family_sound", "given_sound",
)  # fmt: skip
SEEN = ("seen_order", "patient_id")
BY_NAME = ("family_name", "given_name", *SEEN)
BY_GIVEN_NAME = ("given_name", "family_name", *SEEN)
FEWEST_DIGITS = 4
# More is no name: each word more costs two more queries, each longer than the last.
MOST_WORDS, MOST_NEAR_WORDS = 6, 3
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

    def without(self, others):
        """Whom this way finds, and none of the others: who has no phone at all is not found by it either."""
        condition = " AND ".join([self.condition, *(f"({other.condition}) IS NOT TRUE" for other in others)])
        return replace(self, condition=condition, values=sum((other.values for other in others), self.values))

    def born_on(self, date):
        """Those of this way who were born on a day; in no order of names, of which a day has few."""
        return replace(self, condition=f"date_of_birth = %s AND {self.condition}", values=(date, *self.values), by=SEEN)

    def people(self, *, place, limit, among=None):
        """The first patients after a place: the values of `by` in the last row before, None for the beginning."""
        after, values = beyond(self.by, place) if place else ("TRUE", ())
        only, ids = ("TRUE", ()) if among is None else one_of("patient_id", among)
        return rows(
            f"SELECT {', '.join(COLUMNS)} FROM `Patient` WHERE {self.condition} AND merged_into_id IS NULL"
            f" AND {only} AND {after} ORDER BY {', '.join(self.by)} LIMIT %s",
            [*self.values, *ids, *values, limit],
        )


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
    """A condition and its values; of nobody, one that nobody fulfils."""
    return (f"{column} IN ({', '.join(['%s'] * len(values))})", tuple(values)) if values else ("FALSE", ())


def beyond(by, place):
    """After the row with these values. The outer bounds look redundant, but let the servers read an index's range."""
    condition, values = f"{by[-1]} > %s", [place[-1]]
    for column, value in reversed(list(zip(by[:-1], place[:-1], strict=True))):
        condition = f"{column} >= %s AND ({column} > %s OR ({column} = %s AND {condition}))"
        values = [value, value, value, *values]
    return condition, values


def digits_of(text):
    """The digits of a phone or medical record number, spaces and signs left out; empty for anything else."""
    digits = "".join(letter for letter in text if letter not in " -()+./")
    return digits if digits.isdecimal() else ""


def ways_by_number(digits):
    """A record number, also one of a record that was merged; a phone, from either end; an insurance's; a date."""
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
    born = past_date(digits)
    ways += [Way("date_of_birth = %s", (born,))] if born else []
    return [way.without(ways[:number]) for number, way in enumerate(ways)]


def member_key(text):
    """The number of an insurance as it is compared, as the column of that name is made."""
    return "".join(letter for letter in text if letter not in " -./")


def ways_by_member(text):
    key = member_key(text)
    return [elsewhere("patient_id", "Insurance", member_key=key)] if len(key) >= FEWEST_DIGITS else []


def by_name(text):
    """Family and given name in either order; with a comma the family name comes first."""
    before, comma, behind = (part.strip() for part in text.partition(","))
    if comma:
        return Search([named(before, behind)], lambda: nearly_named(before, behind))
    words = text.split()
    if len(words) == 1:
        family = named(text, "")
        given = beginning(BY_GIVEN_NAME, given_name=text).without([family])
        return Search([family, given], lambda: nearly_named(text, "") + nearly_called(text))
    splits = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, min(len(words), MOST_WORDS))]
    pairs = [pair for last, first in splits for pair in ((last, first), (first, last))]
    ways = [named(*pair) for pair in pairs] + [named(text, "")]
    near_pairs = pairs if len(words) <= MOST_NEAR_WORDS else []
    return Search(
        [way.without(ways[:number]) for number, way in enumerate(ways)],
        lambda: [way for pair in near_pairs for way in nearly_named(*pair)],
    )


def named(family, given):
    if given:
        return beginning(BY_NAME, family_name=family, given_name=given)
    return beginning(BY_NAME, family_name=family)


def nearly_named(family, given):
    """Those whose family name, and given name if there is one, is near to what was typed; the nearest first."""
    given_names = near("given_name", given) if given else []
    if given and not given_names:
        return []
    also = f" AND given_name IN ({', '.join(['%s'] * len(given_names))})" if given else ""
    return [Way(f"family_name = %s{also}", (name, *given_names), BY_NAME) for name in near("family_name", family)]


def nearly_called(given):
    return [Way("given_name = %s", (name,), BY_GIVEN_NAME) for name in near("given_name", given)]


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
