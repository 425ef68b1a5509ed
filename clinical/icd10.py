"""Finding a diagnosis of ICD-10-CM by what people type: a code, its first letters, words, or what is said for them."""

import re

from django.db import connection

from clinical.icd10_words import meant_by, spelled
from clinical.models import Icd10Code, Problem

MOST = 12
SHORTEST = 2
CODE = re.compile(r"[A-Z]\d[0-9A-Z]{0,5}")
# The rarest word is looked up first. Where even that one stands in more codes than this, only the likeliest of them are
# tried: a search answers while somebody types.
TRIED = 2000
# Where none of those has the other words too, so many are.
TRIED_THEN = 8000
# Each time that this clinic has recorded a diagnosis puts it so many places forward, up to so many times.
PLACES, MOST_USES = 4, 5
# Nothing that comes later can be put among the first.
CANDIDATES = MOST + PLACES * MOST_USES


def dotted(text):
    """A typed code as the list writes it, e119 as E11.9; None for what can be none."""
    plain = re.sub(r"[\s.]", "", text.upper())
    if not CODE.fullmatch(plain):
        return None
    return plain if len(plain) <= 3 else f"{plain[:3]}.{plain[3:]}"


def find(typed):
    """At most 12 codes, the likeliest first; none for nonsense, or for a single letter."""
    if len(typed.strip()) < SHORTEST:
        return []
    code = dotted(typed)
    found = by_code(code) if code else []
    if len(found) < MOST:
        meant = meant_by(typed)
        often = how_often(meant.words)
        if not all(often.values()):
            meant = meant_by(corrected(meant.words, often))
            often = how_often(meant.words)
        found += Icd10Code.objects.filter(code__in=meant.codes)
        found += by_words(often)
    return list(dict.fromkeys(found))[:MOST]


def by_code(code):
    """The code itself, then what claims take below it, then headings."""
    rows = Icd10Code.objects.filter(code__istartswith=code).order_by("search_rank", "code")[:MOST]
    return sorted(rows, key=lambda row: row.code != code)


def by_words(often):
    """The codes that have all of the words, each given by its first letters; `often` tells in how many places it is."""
    if not often or not all(often.values()):
        return []
    words = sorted(often, key=often.get)
    codes = with_words(words, TRIED)
    if not codes and often[words[0]] > TRIED:
        codes = with_words(words, TRIED_THEN)
    best = used_first(codes)[:MOST]
    rows = Icd10Code.objects.in_bulk(best)
    return [rows[code] for code in best]


def how_often(words):
    """In how many places each word stands; counted no further than matters."""
    if not words:
        return {}
    one = f"SELECT COUNT(*) FROM (SELECT 1 FROM `Icd10Word` WHERE word LIKE %s LIMIT {TRIED + 1}) AS w"
    return dict(zip(words, counts([one] * len(words), list(map(beginning, words))), strict=True))


def corrected(words, often):
    """The text of the words, with those that stand nowhere as they were likely meant."""
    return " ".join(word if often[word] else spelled(word) for word in words)


def with_words(words, tried):
    """Codes that have all of the words, the likeliest first; it looks at `tried` of those of the first word at most."""
    # What is called so comes before what is also called so; the longest word tells most.
    title = max(words, key=len)
    also = "".join(
        f" JOIN Icd10Word AS o{n} FORCE INDEX (icd10_word_by_code)"
        f" ON o{n}.icd10_code = w.icd10_code AND o{n}.word LIKE %s"
        for n in range(len(words) - 1)
    )
    statement = (
        "SELECT STRAIGHT_JOIN c.icd10_code FROM"
        " (SELECT STRAIGHT_JOIN DISTINCT w.icd10_code FROM (SELECT icd10_code FROM `Icd10Word`"
        " FORCE INDEX (icd10_word_by_word) WHERE word LIKE %s"
        f" ORDER BY search_rank, icd10_code LIMIT {tried}) AS w{also}) AS f"
        " JOIN `Icd10Code` AS c ON c.icd10_code = f.icd10_code"
        f" ORDER BY c.title LIKE %s DESC, c.search_rank, c.icd10_code LIMIT {CANDIDATES}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*(beginning(word) for word in words), f"%{title}%"])
        return [code for (code,) in cursor.fetchall()]


def beginning(word):
    """A pattern; a number is meant whole: type 2 is not type 21."""
    return word if word.isdigit() else f"{word}%"


def used_first(codes):
    """In the order given, but what this clinic has recorded some places forward."""
    uses = uses_of(codes)
    place = {code: number - PLACES * uses[code] for number, code in enumerate(codes)}
    return sorted(codes, key=place.get)


def uses_of(codes):
    """How often each code has been recorded; counted no further than matters, however many problems there are."""
    if not codes:
        return {}
    one = (
        f"SELECT COUNT(*) FROM (SELECT 1 FROM `{Problem._meta.db_table}` WHERE icd10_code = %s LIMIT {MOST_USES}) AS p"
    )
    return dict(zip(codes, counts([one] * len(codes), codes), strict=True))


def counts(questions, values):
    """The answers of questions for one number each, with a value each."""
    asked = " UNION ALL ".join(f"SELECT {n} AS n, ({question}) AS many" for n, question in enumerate(questions))
    with connection.cursor() as cursor:
        cursor.execute(f"{asked} ORDER BY n", values)
        return [many for _, many in cursor.fetchall()]
