"""Form fields that take what people type."""

import re
from datetime import date

from django import forms
from django.utils import timezone

from emr_site.templatetags.emr import MONTHS, clinical_date

NUMERIC = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})")
NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[./\- ]*([a-z]{3,9})\.?,?[./\- ]*(\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}


class UnreadableDate(ValueError):
    """What was typed is no date."""


def read_date(text, *, past=False):
    """A date from 14/8/80, 14-Aug-1980, 14 August 1980, 14.8.1980, 1980-08-14: the day comes first, or the year.

    Two digits of a year are the nearest such year, or the latest that is not in the future when `past`.
    Raises UnreadableDate.
    """
    text = text.strip().lower()
    try:
        if match := ISO.fullmatch(text):
            return date(*map(int, match.groups()))
        if match := NUMERIC.fullmatch(text):
            day, month, year = match.groups()
        elif (match := NAMED.fullmatch(text)) and match[2][:3] in MONTH_NUMBERS:
            day, month, year = match[1], MONTH_NUMBERS[match[2][:3]], match[3]
        else:
            raise UnreadableDate(text)
        return date(full_year(year, past=past), int(month), int(day))
    except ValueError as error:
        raise UnreadableDate(text) from error


def full_year(year, *, past):
    if len(year) == 4:
        return int(year)
    this_year = timezone.localdate().year
    latest = this_year if past else this_year + 49
    return latest - (latest - int(year)) % 100


class ClinicalDateField(forms.Field):
    """A date typed in any usual form and shown as it was understood: 14-Aug-1980.

    `past` refuses the future, for birth dates; `future` refuses the past, for bookings.
    """

    default_error_messages = {
        "invalid": "Write the date as day, month, year, such as 14/8/1980 or 14-Aug-1980.",
        "in_future": "This date is in the future. Check the year.",
        "in_past": "This date is in the past. Choose today or a later day.",
        "too_long_ago": "This date is before 1850. Check the year.",
    }

    def __init__(self, *, past=False, future=False, **kwargs):
        kwargs.setdefault("help_text", "Day, month, year: 14/8/1980")
        self.past, self.future = past, future
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("autocomplete", "off")

    def prepare_value(self, value):
        return clinical_date(value) if isinstance(value, date) else value

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            return read_date(str(value), past=self.past)
        except UnreadableDate:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None

    def validate(self, value):
        super().validate(value)
        today = timezone.localdate()
        for wrong, code in (
            (self.past and value and value > today, "in_future"),
            (self.future and value and value < today, "in_past"),
            (value and value < date(1850, 1, 1), "too_long_ago"),
        ):
            if wrong:
                raise forms.ValidationError(self.error_messages[code], code=code)
