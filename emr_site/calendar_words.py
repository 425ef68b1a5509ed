"""The words of a calendar in the languages of the people who read and write dates here: en, es, fr, de."""

import unicodedata
from collections import defaultdict

from emr_site.templatetags.emr import MONTH_NAMES

MONTHS = (
    MONTH_NAMES,
    (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
    ),
    (
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
        "novembre", "decembre",
    ),
    (
        "januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober",
        "november", "dezember",
    ),
)  # fmt: skip
WEEKDAYS = (
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"),
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
)
FEWEST_LETTERS = 3


def plain(text):
    """In small letters, without accents: août is aout."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def beginnings(languages, *, first):
    """{beginning: every number it may mean}, of three letters or more: aug, augu, august; sept too."""
    found = defaultdict(set)
    for names in languages:
        for number, name in enumerate(names, start=first):
            for length in range(FEWEST_LETTERS, len(name) + 1):
                found[name.lower()[:length]].add(number)
    return found


# What could be two months, as jui of juin and juillet, is none.
MONTH_NUMBERS = {word: numbers.pop() for word, numbers in beginnings(MONTHS, first=1).items() if len(numbers) == 1}
# mar is Tuesday in two languages: which day is meant, the date tells.
WEEKDAY_NUMBERS = dict(beginnings(WEEKDAYS, first=0))
