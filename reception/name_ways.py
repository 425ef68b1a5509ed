"""The ways in which a patient is found by the words of all names, in any order and nearly so.

NameWord has a row for each word of a patient. A search reads the rows of the rarest word that was typed, in the order
of an index, and asks of each whether its patient bears the other words too.
"""

from dataclasses import dataclass
from functools import cached_property

from emr_site.rows import rows
from reception.near_names import near, words_of
from reception.ways import BY_GIVEN_NAME, BY_NAME, COLUMNS, Search, Way, beginning, beyond, one_of, starting

# More is no name: each word more costs another way to say two of them as one.
MOST_WORDS, MOST_NEAR_WORDS, NEAREST_OF_SEVERAL = 5, 3, 2
EXACTLY, BEGINS = "word = %s", "word LIKE %s"
BY_WORD = ("word", "seen_order", "bearer_id")
MOST_TRIED = 400  # patients of a frequent word
BORNE = "FROM NameWord AS borne WHERE borne.bearer_id = `Patient`.patient_id AND borne."


@dataclass(frozen=True)
class Asked:
    """A word that was typed: which words answer to it, and how many of them a patient must bear."""

    condition: str
    values: tuple
    times: int = 1

    @property
    def is_borne(self):
        return f"(SELECT COUNT(*) {BORNE}{self.condition}) >= {self.times}"

    def is_found_once(self, name):
        """Of several such words of a patient the first one counts; said of the patient, to be asked of the last."""
        return f"NOT EXISTS (SELECT 1 {BORNE}{self.condition} AND borne.word < {name}.word)"


@dataclass(frozen=True)
class WordWay(Way):
    """Patients who bear every word, in the order of the rarest.

    Of a word that thousands bear the first MOST_TRIED after the place come into question, of equal words those who were
    seen last: a search answers while somebody types, and two such words are a name in one of the ways before.
    """

    asked: tuple = ()

    @property
    def own(self):
        borne = [each.is_borne for each in self.asked]
        return " AND ".join([*borne, self.condition]), (*all_values(self.asked), *self.values)

    @cached_property
    def rarest(self):
        """The word to read by; None where nobody bears one of them."""
        counted = ", ".join(
            f"(SELECT COUNT(*) FROM (SELECT 1 FROM NameWord WHERE {each.condition} LIMIT {MOST_TRIED}) AS `{place}`)"
            f" AS `{place}`"
            for place, each in enumerate(self.asked)
        )
        many = list(rows(f"SELECT {counted}", all_values(self.asked))[0].values())
        return self.asked[min(range(len(many)), key=many.__getitem__)] if all(many) else None

    def people(self, *, after, limit, among=None):
        """The servers guess badly how many rows a word has: what is read first, and by which index, is said here."""
        first = self.rarest
        if not first:
            return []
        tried, tried_values = self.tried(after, among)
        others = [each for each in self.asked if each is not first]
        named = [(first, "word_0"), *((each, f"word_{place}") for place, each in enumerate(others, start=1))]
        joined = " ".join(joined_to_first(each, name) for each, name in named[1:])
        several = [each for each in self.asked if each.times > 1]
        loose = [(each, name) for each, name in named if each.condition != EXACTLY]
        rest, rest_values = self.rest
        asked = [each.is_borne for each in several] + [each.is_found_once(name) for each, name in loose]
        return rows(
            f"SELECT {', '.join(COLUMNS)} FROM ({tried}) AS word_0 {joined}"
            " STRAIGHT_JOIN `Patient` ON `Patient`.patient_id = word_0.bearer_id"
            f" WHERE {' AND '.join([*asked, self.condition, rest])}"
            f" ORDER BY {', '.join(f'word_0.{column}' for column in BY_WORD)} LIMIT %s",
            [
                *tried_values, *all_values(others), *all_values(several), *all_values([each for each, _ in loose]),
                *self.values, *rest_values, limit,
            ],
        )  # fmt: skip

    def tried(self, after, among):
        """The rows of the rarest word that come into question, and the values of that query."""
        first = self.rarest
        place = self.place_of(after) if after else None
        beyond_it, place_values = beyond(BY_WORD, place) if place else ("TRUE", ())
        only, ids = one_of("bearer_id", among)
        return (
            f"SELECT {', '.join(BY_WORD)} FROM NameWord FORCE INDEX (name_word_by_word) WHERE {first.condition}"
            f" AND {beyond_it} AND {only} ORDER BY {', '.join(BY_WORD)} LIMIT {MOST_TRIED}"
        ), (*first.values, *place_values, *ids)

    def place_of(self, patient_id):
        """Where a patient stands among those of the rarest word; None of one who does not bear it."""
        first = self.rarest
        borne = f"SELECT {', '.join(BY_WORD)} FROM NameWord WHERE bearer_id = %s AND {first.condition}"
        found = rows(f"{borne} ORDER BY word LIMIT 1", [patient_id, *first.values])
        return list(found[0].values()) if found else None


def joined_to_first(asked, name):
    return (
        f"STRAIGHT_JOIN NameWord AS {name} FORCE INDEX (PRIMARY)"
        f" ON {name}.bearer_id = word_0.bearer_id AND {name}.{asked.condition}"
    )


def bearing(asked):
    return WordWay("TRUE", (), asked=tuple(asked))


def all_values(asked):
    return sum((each.values for each in asked), ())


def by_name(text):
    """Every word in any of the names; before a comma the family name comes first."""
    before, comma, behind = (part.strip() for part in text.partition(","))
    words = words_of(text)
    if comma:
        ways = first_by_family(before, behind)
    elif len(text.split()) == 1:
        ways = [named(text), beginning(BY_GIVEN_NAME, given_name=text)]
    else:
        parts = text.split()
        splits = either_way(parts) if len(parts) <= MOST_WORDS else [(text, "")]
        ways = [called(splits), *(named(*pair) for pair in splits), named(text), *with_middle(words)]
    if 0 < len(words) <= MOST_WORDS:
        ways += [bearing(asked) for asked in readings(words)]
    return Search(
        [way.without(ways[:number]) for number, way in enumerate(ways)],
        lambda: nearly_called(words) if 0 < len(words) <= MOST_NEAR_WORDS else [],
    )


def first_by_family(family, given):
    if not given:
        return [named(family)]
    words = bearing(begun(words_of(f"{family} {given}")))
    return [named(family, given), words.also("family_name LIKE %s", starting(family))]


def either_way(parts):
    """Each way to part the words into family and given name, in both orders."""
    splits = [(" ".join(parts[:place]), " ".join(parts[place:])) for place in range(1, len(parts))]
    return [pair for last, first in splits for pair in ((last, first), (first, last))]


def with_middle(words):
    """A given and a family name, and the words beside them in whatever name: Ann Mary Hale, Hale Ann Mary.

    Whole words, but for the one that is being typed: who begins so without being called so is found by `bearing`.
    """
    if not 2 < len(words) <= MOST_WORDS:
        return
    last = len(words) - 1
    for family, given in ((last, 0), (0, 1), (0, last)):
        # The index that begins with the whole one of the two.
        way = Way("TRUE", (), BY_GIVEN_NAME if family == last else BY_NAME)
        for column, place in (("family_name", family), ("given_name", given)):
            way = way.also(f"{column} {'LIKE' if place == last else '='} %s", answer_to(words, place))
        for place in set(range(len(words))) - {family, given}:
            # Counted: of an EXISTS the servers may make a join that begins with everybody who bears the word.
            condition = BEGINS if place == last else EXACTLY
            way = way.also(Asked(condition, ()).is_borne, answer_to(words, place))
        yield way


def answer_to(words, place):
    return starting(words[place]) if place == len(words) - 1 else words[place]


def called(pairs):
    """Exactly so, in one of these ways."""
    either = " OR ".join(["family_name = %s AND given_name = %s"] * len(pairs))
    return Way(f"({either})", sum(pairs, ()))


def named(family, given=""):
    """Whose names begin so, those who are called exactly so first."""
    if given:
        return beginning(BY_NAME, family_name=family, given_name=given)
    return beginning(BY_NAME, family_name=family)


def readings(words):
    """The words or the beginnings of words, and with two neighbours said as one: Mc Donald."""
    yield begun(words)
    for place in range(len(words) - 1):
        yield begun([*words[:place], words[place] + words[place + 1], *words[place + 2 :]])


def begun(words):
    """Each is a word or the beginning of one; "jo jones" asks for two words that begin with jo."""
    return [Asked(BEGINS, (starting(word),), sum(each.startswith(word) for each in words)) for word in words]


def nearly_called(words):
    """Whose names are near to what was typed; of several words to the first and the last, in either order."""
    if len(words) == 1:
        return [bearing([Asked(EXACTLY, (name,))]) for name in near(words[0])]
    first, last = ([*near(word), word] for word in (words[0], words[-1]))
    longest = max(words, key=len)
    others = [asked for word, asked in zip(words, begun(words), strict=True) if word != longest]
    return [
        among(last, first, words[1:-1]),
        among(first, last, words[1:-1]),
        # One part of a name is near, the other is as it was typed.
        *(bearing([Asked(EXACTLY, (name,)), *others]) for name in near(longest)[:NEAREST_OF_SEVERAL]),
    ]


def among(family_names, given_names, middle):
    """Whose family and given names are among these, each pair a place in the index, and who bear the words between."""
    marks = [", ".join(["%s"] * len(names)) for names in (family_names, given_names)]
    condition = f"family_name IN ({marks[0]}) AND given_name IN ({marks[1]})"
    way = Way(condition, (*family_names, *given_names), BY_NAME)
    for word in middle:
        way = way.also(Asked(EXACTLY, (word,)).is_borne, word)
    return way
