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
MOST_WORDS, MOST_NEAR_WORDS = 6, 3
MOST_COUNTED = 5000  # a word of so many patients is frequent, however many more there are
# The servers guess badly how many rows a word has: what is read first, and by which index, is said here.
THROUGH_WORDS = (
    "NameWord FORCE INDEX (name_word_by_word) STRAIGHT_JOIN `Patient` ON `Patient`.patient_id = NameWord.bearer_id"
)
BORNE = "FROM NameWord AS borne WHERE borne.bearer_id = `Patient`.patient_id AND"


@dataclass(frozen=True)
class Asked:
    """A word that was typed: which words answer to it, and how many of them a patient must bear."""

    condition: str
    values: tuple
    times: int = 1

    @property
    def is_borne(self):
        # A count cannot be turned into a join, which would read every patient of a frequent word.
        return f"(SELECT COUNT(*) {BORNE} borne.{self.condition}) >= {self.times}"

    @property
    def is_read_once(self):
        """Of a patient with several such words the first one counts."""
        return f"NameWord.{self.condition} AND NameWord.word = (SELECT MIN(borne.word) {BORNE} borne.{self.condition})"


@dataclass(frozen=True)
class WordWay(Way):
    """Patients who bear every word, in the order of the rarest."""

    by: tuple = ("NameWord.word", "NameWord.seen_order", "NameWord.bearer_id")
    asked: tuple = ()

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
        word = self.rarest
        if not word:
            return []
        sql = f"SELECT {what} FROM {THROUGH_WORDS} WHERE {word.is_read_once} AND {condition}"
        return rows(sql, [*word.values, *word.values, *values])

    def born_on(self, date):
        return Way(self.condition, self.values).born_on(date)


def bearing(asked):
    return WordWay(" AND ".join(each.is_borne for each in asked), all_values(asked), asked=tuple(asked))


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
        yield [Asked("word = %s", (word,), words.count(word)) for word in words]
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
    return [bearing([Asked("word = %s", (name,)), *others]) for name in near(longest)]


def among(names):
    return Asked(f"word IN ({', '.join(['%s'] * len(names))})", tuple(names)) if names else None
