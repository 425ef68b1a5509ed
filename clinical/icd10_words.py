"""What somebody means who types a diagnosis: the words of ICD-10-CM for what is said, and the right spelling."""

import re
import unicodedata
from dataclasses import dataclass

from django.db import connection
from rapidfuzz.distance import DamerauLevenshtein

from clinical.models import Icd10Term, Icd10Word

WORDS = 6
LONGEST_TERM = 4
# They stand in thousands of titles and tell nothing apart.
NOT_SEARCHED = {"a", "an", "and", "as", "at", "by", "for", "in", "my", "of", "on", "or", "the", "to", "with", "due"}
# The words of a term may begin with the code that is meant first: "I50.9 heart failure".
CODE_FIRST = re.compile(r"([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?:\s|$)")
LETTERS_AND_NUMBER = re.compile(r"([a-z]+)(\d+)")
# So many slips are forgiven from so many letters on; a shorter word is another word.
SLIPS = ((8, 2), (5, 1))


@dataclass(frozen=True)
class Meant:
    """The words to search by, and the codes that what was said stands for."""

    words: list
    codes: list


def words_of(text):
    """The words of a text as they are searched: small letters without accents and digits, each once, in their order."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("'", ""))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    found = re.findall(r"[^\W_]+", plain)
    return list(dict.fromkeys(word[:40] for word in found if word not in NOT_SEARCHED))


def meant_by(typed):
    """What was typed, with the words of the list in the place of what is said for them; the longest said first."""
    words = words_of(typed)[:WORDS]
    said = {" ".join(words[start:end]) for start, end in spans(len(words))}
    terms = Icd10Term.objects.filter(term__in=said).values_list("term", "means") if said else ()
    means = {term.lower(): text for term, text in terms}
    codes = [found[1] for text in means.values() if (found := CODE_FIRST.match(text))]
    plain = {term: words_of(CODE_FIRST.sub("", text, count=1)) for term, text in means.items()}
    return Meant(list(dict.fromkeys(replaced(words, plain)))[:WORDS], codes if means_all(words, means) else [])


def means_all(words, means):
    """Whether one term says the whole: of a part, its code is not what was meant."""
    return " ".join(words) in means


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


def spelled(word):
    """What a word that stands in no title is likely to be: ckd3 is two, tonsilitis has a slip; nonsense stays."""
    if parts := LETTERS_AND_NUMBER.fullmatch(word):
        return " ".join(parts.groups())
    slips = next((slips for letters, slips in SLIPS if len(word) >= letters), 0)
    if not slips:
        return word
    near = [(distance, each) for each in words_like(word[0]) if (distance := slips_between(word, each, slips)) <= slips]
    return min(near)[1] if near else word


def slips_between(word, other, most):
    return DamerauLevenshtein.distance(word, other, score_cutoff=most)


def words_like(beginning):
    """The different words of the list that begin so."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT word FROM `{Icd10Word._meta.db_table}` WHERE word LIKE %s", [f"{beginning}%"])
        return [word for (word,) in cursor.fetchall()]
