"""Names that are nearly what was typed: they sound like it, or begin like it and differ by a slip.

Only the words that occur are compared (NameSound), never the patients who bear them.
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
WORDS_KEPT = 50_000  # The same names are compared again and again.
# A word with more letters more than this is another name said with it: Patel, Patel-Ng.
MOST_LETTERS_MORE = 3
# How alike two names must be (Jaro and Winkler, 0 to 1), when they sound the same and when they only begin the same.
SOUNDS_ALIKE, BEGINS_ALIKE = 0.7, 0.88
NO_LETTER = re.compile(r"[\W\d_]+")
# Between the parts of a name; KeepNameWords writes the parts down by the same signs.
SIGNS = re.compile(r"""[-‐‑‒–—''’‘ʼʻ´`.,;()"/_\s]+""")
# How what is written is said, the first letters first: Knight and Nite, Wright and Right, Geoffrey and Jeffrey.
SPELLINGS = tuple(
    (re.compile(written), said)
    for written, said in (
        ("^kn|^gn", "n"), ("^wr", "r"), ("^ps", "s"), ("^x", "z"), ("sch|sh|ch", "x"), ("(?<!^)gh", ""), ("ph", "f"),
        ("g(?=[eiy])", "j"), ("c(?=[eiy])", "s"), ("ck|[cq]", "k"), ("dt|th", "t"), ("z", "s"), ("^[aeiouy]+", "a"),
        ("(?<!^)[aeiouyhw]", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def words_of(name):
    """The words of a name: García-Márquez is two."""
    return SIGNS.sub(" ", name.casefold()).split()


@lru_cache(maxsize=WORDS_KEPT)
def folded(name):
    """Without accents, capitals, spaces and signs: Müller-Ng and mullerng are one."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return NO_LETTER.sub("", "".join(letter for letter in plain if not unicodedata.combining(letter)))


@lru_cache(maxsize=WORDS_KEPT)
def spoken(name):
    """The consonants that are heard: nt of Knight and of Nite, l of Leigh, Lee and Li. Empty in a script without."""
    said = folded(name)
    for written, sound in SPELLINGS:
        said = written.sub(sound, said)
    return said if said.isascii() else ""


def alike(one, other):
    """How alike two names are, from 0 to 1."""
    return JaroWinkler.similarity(folded(one), folded(other))


def sound_the_same(one, other):
    return bool(spoken(one)) and spoken(one) == spoken(other)


def near(typed):
    """The words of names that are nearest to a word that was typed, the nearest first."""
    if len(folded(typed)) < FEWEST_LETTERS:
        return []
    judged, longest = {}, len(folded(typed)) + MOST_LETTERS_MORE
    for name in sounding(typed):
        likeness = alike(name, typed)
        if likeness >= SOUNDS_ALIKE or sound_the_same(name, typed):
            judged[name] = likeness
    for name in beginning(typed):
        likeness = alike(name, typed)
        if likeness >= BEGINS_ALIKE:
            judged[name] = likeness
    fitting = [name for name in judged if len(folded(name)) <= longest]
    return sorted(fitting, key=lambda name: (-judged[name], name))[:NEAREST]


def sounding(typed):
    sound = sounds_of([typed])[0]
    condition, values = "sound = %s", [sound]
    if sound.endswith(SAYS_LITTLE):
        condition, values = f"{condition} AND word LIKE %s", [sound, beginning_with(typed[0])]
    return words_where(condition, values)


def sounds_of(words):
    """As the server computes it for the words that it keeps."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(['SUBSTRING(SOUNDEX(%s), 2, 3)'] * len(words))}", words)
        return list(cursor.fetchone())


def beginning(typed):
    if len(folded(typed)) < FEWEST_WITH_SLIP:
        return []
    return words_where("word LIKE %s", [beginning_with(typed[:FEWEST_LETTERS])])


def beginning_with(letters):
    return f"{connection.ops.prep_for_like_query(letters)}%"


def words_where(condition, values):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT word FROM `NameSound` WHERE {condition} ORDER BY word LIMIT {MOST_COMPARED}", values)
        return [word for (word,) in cursor.fetchall()]


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
