"""Find patients by what people say: a name in any order and nearly spelled, a birth date, a phone number, a medical
record number, the number of an insurance.

Each way of finding is tried in turn; one query with ORs between them would sort a tenth of the table for two letters.
A search answers while somebody types. Among those who fit equally well the one seen last comes first.
"""

from dataclasses import dataclass
from itertools import islice

from emr_site.keyset import SIZE
from reception.models import Patient
from reception.name_ways import by_name
from reception.near_names import similar_names
from reception.ways import BY_NAME, Search, Way, digits_of, past_date, ways_by_member, ways_by_number

SEXES = dict(Patient.Sex.choices)
FEWEST_LETTERS, LONGEST = 2, 100


@dataclass(frozen=True)
class Found:
    """A page of patients as dicts, and the mark after which the next one begins (None on the last)."""

    rows: list
    following: str | None
    is_first: bool


def find_patients(text, *, after=None, size=SIZE, among=None):
    """One page of the patients whom `text` may mean; everyone, in family name order, when it is empty.

    `among` are the ids of those who may be found; None for everybody.

    `after` is the `following` of the page before, as it came in an address: it says which way of finding is under way
    and whom it has come to, by id alone.
    """
    start, last = read_mark(after)
    found, is_first = [], last is None and start == 0
    for number, way in islice(enumerate(search_for(text).every_way()), start, None):
        room = size - len(found)
        page = way.people(after=last, limit=room + 1, among=among)
        found += [person | {"is_near": way.is_near} for person in page[:room]]
        if len(page) > room:
            return Found(for_reading(found), f"{number}.{found[-1]['id'] if room else ''}", is_first)
        last = None
    return Found(for_reading(found), None, is_first)


def read_mark(mark):
    """(number of the way, id of the last patient shown or None); the beginning for a mark that is none of ours."""
    number, _, last = (mark or "").partition(".")
    if not number.isdecimal() or (last and not last.isdecimal()) or len(mark) > 30:
        return 0, None
    return int(number), int(last) if last else None


def is_too_short(text):
    """Whether nothing was looked for, because what was typed fits too many."""
    return bool(text) and not search_for(text).ways


def search_for(text):
    text = " ".join((text or "")[:LONGEST].split())
    if not text:
        return Search([Way("deactivated_at IS NULL", (), BY_NAME)])
    born = birth_date(text)
    if born:
        return Search([Way("date_of_birth = %s", (born,))])
    digits = digits_of(text)
    if digits:
        return Search(ways_by_number(digits))
    name, born = name_and_birth(text)
    if born:
        return by_name(name).born_on(born)
    numbered = ways_by_member(text) if any(letter.isdecimal() for letter in text) else []
    return by_name(text).then(*numbered) if len(text) >= FEWEST_LETTERS else Search([])


def birth_date(text):
    """The birth date that was typed; digits alone are a number first of all."""
    return None if text.isdecimal() else past_date(text)


def name_and_birth(text):
    """(name, birth date) of a name with a birth date before or behind it; (text, None) of any other."""
    words = text.split()
    for many in (3, 2, 1):
        for name, date in ((words[:-many], words[-many:]), (words[many:], words[:many])):
            born = past_date(" ".join(date)) if any(word[:1].isalpha() for word in name) else None
            if born:
                return " ".join(name), born
    return text, None


def for_reading(people):
    """The rows, each with `alike` where another on the list has nearly the same name."""
    mixed_up = similar_names(people)
    for person in people:
        person["sex"] = SEXES[person["sex"]]
        person["alike"] = person["id"] in mixed_up
    return people
