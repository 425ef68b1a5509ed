"""Finding a diagnosis of ICD-10-CM by what people type: a code, its first letters, words, or what is said for them."""

import re
import unicodedata

from django.db import connection
from django.db.models import Count

from clinical.models import Icd10Code, Icd10Term, Problem

MOST = 12
# So many are looked at before the clinic's own habits put some first.
CANDIDATES = 200
WORDS = 8
LONGEST_TERM = 4
SHORTEST = 2
CODE = re.compile(r"[A-Z]\d[0-9A-Z]{0,5}")
# They stand in thousands of titles and tell nothing apart.
NOT_SEARCHED = {"a", "an", "and", "as", "at", "by", "for", "in", "my", "of", "on", "or", "the", "to", "with", "due"}


def words_of(text):
    """The words of a text as they are searched: small letters without accents and digits, each once, in their order."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("'", ""))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    found = re.findall(r"[^\W_]+", plain)
    return list(dict.fromkeys(word[:40] for word in found if word not in NOT_SEARCHED))


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
        meant = expanded(words_of(typed)[:WORDS])
        found += by_words(meant)
    return list(dict.fromkeys(found))[:MOST]


def by_code(code):
    """The code itself, then what claims take below it, then headings."""
    rows = Icd10Code.objects.filter(code__istartswith=code).order_by("search_rank", "code")[:MOST]
    return sorted(rows, key=lambda row: row.code != code)


def expanded(words):
    """The words, and in the place of what is said for a diagnosis the words that it means; the longest said first."""
    said = {" ".join(words[start:end]) for start, end in spans(len(words))}
    means = dict(Icd10Term.objects.filter(term__in=said).values_list("term", "means")) if said else {}
    means = {term.lower(): words_of(text) for term, text in means.items()}
    return list(dict.fromkeys(replaced(words, means)))[:WORDS]


def spans(length):
    return [(start, end) for start in range(length) for end in range(start + 1, min(start + LONGEST_TERM, length) + 1)]


def replaced(words, means):
    start = 0
    while start < len(words):
        for end in range(min(start + LONGEST_TERM, len(words)), start, -1):
            if term := means.get(" ".join(words[start:end])):
                yield from term
                break
        else:
            end = start + 1
            yield words[start]
        start = end


def by_words(words):
    """The codes that have all of the words, each word given by its first letters."""
    if not words:
        return []
    # The longest tells most apart. The server is made to begin with it and to look up the others by code: it would read
    # all of the thousands that have a "type".
    first, *others = sorted(words, key=len, reverse=True)
    also = "".join(
        f" JOIN Icd10Word AS o{n} FORCE INDEX (icd10_word_by_code)"
        f" ON o{n}.icd10_code = w.icd10_code AND o{n}.word LIKE %s"
        for n in range(len(others))
    )
    statement = (
        "SELECT STRAIGHT_JOIN c.icd10_code FROM"
        f" (SELECT STRAIGHT_JOIN DISTINCT w.icd10_code FROM Icd10Word AS w{also} WHERE w.word LIKE %s) AS f"
        " JOIN Icd10Code AS c ON c.icd10_code = f.icd10_code"
        # What is called so comes before what is also called so.
        f" ORDER BY c.title LIKE %s DESC, c.search_rank, c.icd10_code LIMIT {CANDIDATES}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*(beginning(word) for word in (*others, first)), f"%{first}%"])
        codes = [code for (code,) in cursor.fetchall()]
    best = used_first(codes)[:MOST]
    rows = Icd10Code.objects.in_bulk(best)
    return [rows[code] for code in best]


def beginning(word):
    """A pattern; a number is meant whole: type 2 is not type 21."""
    return word if word.isdigit() else f"{word}%"


def used_first(codes):
    """In the order given, but what this clinic records most comes first."""
    uses = Problem.objects.filter(icd10_code__in=codes).values("icd10_code").annotate(uses=Count("pk"))
    uses = {each["icd10_code"]: each["uses"] for each in uses} if codes else {}
    return sorted(codes, key=lambda code: -uses.get(code, 0))
