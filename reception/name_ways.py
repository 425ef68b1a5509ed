"""The ways in which a patient is found by the words of all names, in any order and nearly so.

NameWord has a row for each word of a patient. A search reads the rows of the rarest word that was typed, in the order
of an index, and asks of each whether its patient bears the other words too.
"""

from dataclasses import dataclass
from functools import cached_property

from emr_site.rows import rows
from reception.near_names import near, words_of
from reception.ways import BY_GIVEN_NAME, BY_NAME, Search, Way, beginning, starting

# More is no name: each word more costs another way to say two of them as one.
MOST_WORDS, MOST_NEAR_WORDS, NEAREST_OF_SEVERAL = 6, 3, 3
EXACTLY = "word = %s"
MOST_COUNTED = 2000  # a word of so many patients is frequent, however many more there are
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
    """Patients who bear every word, in the order of the rarest."""

    by: tuple = ("NameWord.word", "NameWord.seen_order", "NameWord.bearer_id")
    asked: tuple = ()

    @property
    def own(self):
        borne = [each.is_borne for each in self.asked]
        return " AND ".join([*borne, self.condition]), (*all_values(self.asked), *self.values)

    @cached_property
    def rarest(self):
        """The word to read by; None where nobody bears one of them."""
        counted = ", ".join(
            f"(SELECT COUNT(*) FROM (SELECT 1 FROM NameWord WHERE {each.condition} LIMIT {MOST_COUNTED}) AS `{place}`)"
            f" AS `{place}`"
            for place, each in enumerate(self.asked)
        )
        many = list(rows(f"SELECT {counted}", all_values(self.asked))[0].values())
        return self.asked[min(range(len(many)), key=many.__getitem__)] if all(many) else None

    def read(self, what, condition, values):
        """The servers guess badly how many rows a word has: what is read first, and by which index, is said here."""
        first = self.rarest
        if not first:
            return []
        words = [first, *(each for each in self.asked if each is not first)]
        names = ["NameWord", *(f"word_{place}" for place in range(1, len(words)))]
        tables = ["NameWord FORCE INDEX (name_word_by_word)"]
        tables += [f"NameWord AS {n} FORCE INDEX (PRIMARY) ON {n}.bearer_id = NameWord.bearer_id" for n in names[1:]]
        tables.append("`Patient` ON `Patient`.patient_id = NameWord.bearer_id")
        several = [each for each in words if each.times > 1]
        loose = [(each, name) for each, name in zip(words, names, strict=True) if each.condition != EXACTLY]
        asked = [f"{name}.{each.condition}" for each, name in zip(words, names, strict=True)]
        asked += [each.is_borne for each in several] + [each.is_found_once(name) for each, name in loose]
        given = all_values([*words, *several, *(each for each, _ in loose)])
        sql = f"SELECT {what} FROM {' STRAIGHT_JOIN '.join(tables)} WHERE {' AND '.join([*asked, self.condition])}"
        return rows(f"{sql} AND {condition}", [*given, *self.values, *values])


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
        ways = [beginning(BY_NAME, family_name=text), beginning(BY_GIVEN_NAME, given_name=text)]
    else:
        ways = [called_either_way(text.split()[:MOST_WORDS]), beginning(BY_NAME, family_name=text)]
    if 0 < len(words) <= MOST_WORDS:
        ways += [bearing(asked) for asked in readings(words)]
    return Search(
        [way.without(ways[:number]) for number, way in enumerate(ways)],
        lambda: nearly_bearing(words) if 0 < len(words) <= MOST_NEAR_WORDS else [],
    )


def first_by_family(family, given):
    if not given:
        return [beginning(BY_NAME, family_name=family)]
    words = bearing(begun(words_of(f"{family} {given}")))
    return [called([(family, given)]), words.also("family_name LIKE %s", starting(family))]


def called_either_way(parts):
    """Exactly so: each way to part the words into family and given name, in both orders."""
    splits = [(" ".join(parts[:place]), " ".join(parts[place:])) for place in range(1, len(parts))]
    return called([pair for last, first in splits for pair in ((last, first), (first, last))])


def called(pairs):
    either = " OR ".join(["family_name = %s AND given_name = %s"] * len(pairs))
    return Way(f"({either})", sum(pairs, ()))


def readings(words):
    """The words as they were typed, as the beginnings of words, and with two neighbours said as one: Mc Donald."""
    if len(words) > 1:
        yield [Asked(EXACTLY, (word,), words.count(word)) for word in words]
    yield begun(words)
    for place in range(len(words) - 1):
        yield begun([*words[:place], words[place] + words[place + 1], *words[place + 2 :]])


def begun(words):
    """Each is a word or the beginning of one; "jo jones" asks for two words that begin with jo."""
    return [Asked("word LIKE %s", (starting(word),), sum(each.startswith(word) for each in words)) for word in words]


def nearly_bearing(words):
    """Those who bear words near to what was typed, the nearest to the longest word first."""
    longest = max(words, key=len)
    others = [among(near(word)) or asked for word, asked in zip(words, begun(words), strict=True) if word != longest]
    return [bearing([Asked(EXACTLY, (name,)), *others]) for name in near(longest)[:NEAREST_OF_SEVERAL]]


def among(names):
    return Asked(f"word IN ({', '.join(['%s'] * len(names))})", tuple(names)) if names else None
