"""Names that are nearly what was typed: they sound like it, or begin like it and differ by a slip.

Only the names that occur are compared, never the patients who bear them: the servers step from one name of an index to
the next.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import combinations

from django.db import connection
from rapidfuzz.distance import JaroWinkler

FEWEST_LETTERS = 3
# A slip in a shorter word makes another name of it: Adam, Adan.
FEWEST_WITH_SLIP = 5
# One consonant or none: half of all names sound like that, so the first letter must agree too.
SAYS_LITTLE = "00"
NEAREST = 6  # names; each costs a query
MOST_COMPARED = 3000
# How alike two names must be (Jaro and Winkler, 0 to 1), when they sound the same and when they only begin the same.
SOUNDS_ALIKE, BEGINS_ALIKE = 0.7, 0.88
SOUND_OF = {"family_name": "family_sound", "given_name": "given_sound"}
NO_LETTER = re.compile(r"[\W\d_]+")


@lru_cache(maxsize=4096)  # a board asks for the names of its day again and again
def folded(name):
    """Without accents, capitals, spaces and signs: Müller-Ng and mullerng are one."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return NO_LETTER.sub("", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def alike(one, other):
    """How alike two names are, from 0 to 1."""
    return JaroWinkler.similarity(folded(one), folded(other))


def near(column, typed):
    """The names of a column that are nearest to what was typed, the nearest first."""
    if len(folded(typed)) < FEWEST_LETTERS:
        return []
    judged = {}
    for names, least in ((sounding(column, typed), SOUNDS_ALIKE), (beginning(column, typed), BEGINS_ALIKE)):
        for name in names:
            likeness = alike(name, typed)
            if likeness >= least:
                judged[name] = likeness
    return sorted(judged, key=lambda name: (-judged[name], name))[:NEAREST]


def sounding(column, typed):
    sound = sound_of(typed)
    condition, values = f"{SOUND_OF[column]} = %s", [sound]
    if sound.endswith(SAYS_LITTLE):
        condition, values = f"{condition} AND {column} LIKE %s", [sound, beginning_with(typed[0])]
    return names_where(column, condition, values)


def sound_of(typed):
    """As the server computes it for the names that it keeps."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT SUBSTRING(SOUNDEX(%s), 2, 3)", [typed])
        return cursor.fetchone()[0]


def beginning(column, typed):
    if len(folded(typed)) < FEWEST_WITH_SLIP:
        return []
    return names_where(column, f"{column} LIKE %s", [beginning_with(typed[:FEWEST_LETTERS])])


def beginning_with(letters):
    return f"{connection.ops.prep_for_like_query(letters)}%"


def names_where(column, condition, values):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM `Patient` WHERE {condition} GROUP BY {column} LIMIT {MOST_COMPARED}", values
        )
        return [name for (name,) in cursor.fetchall()]


def similar_names(people):
    """The ids of those among some people whom a name may mix up with another of them.

    People are dicts with id, family_name, given_name and the sounds of both. Each name is compared once, however many
    bear it or come twice on a day.
    """
    called = {each["id"]: each for each in people}
    begins, sounds = {}, {}
    for number, person in called.items():
        family, given = person["family_name"].casefold(), person["given_name"].casefold()
        begins.setdefault((family[:4], given[:2]), set()).add(number)
        sound = sounds.setdefault((person["family_sound"], person["given_sound"]), {})
        sound.setdefault((family, given), set()).add(number)
    found = set().union(*(numbers for numbers in begins.values() if len(numbers) > 1))
    for names in sounds.values():
        for one, other in combinations(names, 2):
            if not names[one] | names[other] <= found and sound_alike(one, other):
                found |= names[one] | names[other]
    return found


def sound_alike(names, others):
    return all(alike(*pair) >= SOUNDS_ALIKE for pair in zip(names, others, strict=True))
