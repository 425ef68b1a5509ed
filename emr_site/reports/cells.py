"""How one value of a report is shown on the page, and how it is written to a file."""

from collections.abc import Callable
from dataclasses import dataclass

from emr_site.templatetags.emr import NOT_RECORDED, clinical_date, clock, money

# A spreadsheet takes a cell that begins so for a formula, and would run what a stranger typed as their name.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class Kind:
    """`shown` makes the text of the page, `written` that of the file; neither is asked about a missing value."""

    shown: Callable
    written: Callable
    css: str = ""

    def show(self, value):
        return NOT_RECORDED if value is None or value == "" else self.shown(value)

    def write(self, value):
        return "" if value is None else self.written(value)


def harmless(value):
    """The text with an apostrophe before it where a spreadsheet would run it as a formula."""
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def grouped(value):
    return f"{value:,}"


def plain(value):
    return str(value)


def iso_date(value):
    return value.isoformat()


def iso_time(value):
    return value.strftime("%H:%M")


KINDS = {
    "text": Kind(str, harmless),
    "long": Kind(str, harmless, css="long"),
    "name": Kind(str, harmless, css="who"),
    "key": Kind(plain, plain, css="number"),
    "number": Kind(grouped, plain, css="number"),
    "money": Kind(money, plain, css="number"),
    "date": Kind(clinical_date, iso_date, css="nb"),
    "time": Kind(clock, iso_time, css="nb"),
}
