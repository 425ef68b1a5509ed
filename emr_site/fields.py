"""Form fields that take what people type."""

import re
from contextlib import suppress
from datetime import date, time, timedelta

from django import forms
from django.utils import timezone
from django.utils.functional import lazy

from emr_site.calendar_words import MONTH_NUMBERS, WEEKDAY_NUMBERS, plain
from emr_site.templatetags.emr import age, clinical_date

DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
NUMERIC = re.compile(r"(\d{1,2})[,./\- ](\d{1,2})[,./\- ](\d{4}|\d{2})")
NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er)?[./\- ]*([a-z]{3,10})\.?,?[./\- ]*['’]?(\d{4}|\d{2})")
MONTH_FIRST = re.compile(r"([a-z]{3,10})\.?[./\- ]*(\d{1,2})(?:st|nd|rd|th)?(?:,[./\- ]*|[./\- ]+)['’]?(\d{4}|\d{2})")
YEAR_FIRST = re.compile(r"(\d{4})[./\- ]?([a-z]{3,10}|\d{1,2})[./\- ]?(\d{1,2})")
WEEKDAY_FIRST = re.compile(r"([a-z]{3,10})[.,]? (.+)")
ISO = re.compile(r"(\d{4})(\d{2})(\d{2})")
EARLIEST = 1850
LONGEST = 60  # letters of a date; what is longer is none
CLOCK = re.compile(r"(\d{1,2})[:.h]?(\d{2})")


class UnreadableDate(ValueError):
    """What was typed is no date."""


def read_date(text, *, past=False):
    """A date from 14/8/80, 14-Aug-1980, Aug 14 1980, 14.8.1980, 1980-08-14, 14081980: the day comes first, or the year.

    Where the second number can be no month, the first one is: 8/14/1980. Two digits of a year are the nearest such
    year, or when `past` the latest in which the day is not in the future. Months are read in every language that is
    spoken here, and its weekday may stand before a date. Raises UnreadableDate.
    """
    text = " ".join(plain(text).replace(" of ", " ").replace(" de ", " ").split())
    found = first_reading(text, past=past) or after_weekday(text, past=past)
    if found is None:
        raise UnreadableDate(text)
    return found


def after_weekday(text, *, past):
    """The date behind its weekday; of another weekday it is none, for Sun is a family name too."""
    match = WEEKDAY_FIRST.fullmatch(text)
    found = first_reading(match[2], past=past) if match and match[1] in WEEKDAY_NUMBERS else None
    return found if found and found.weekday() in WEEKDAY_NUMBERS[match[1]] else None


def first_reading(text, *, past):
    """The likeliest date that the calendar has; None without any."""
    for year, month, day in readings(text):
        month = MONTH_NUMBERS.get(month, month)
        with suppress(ValueError):
            return in_full_year(year, int(month), int(day), past=past)
    return None


def readings(text):
    """(year, month, day) as the text may be meant, the likeliest first."""
    if (match := ISO.fullmatch(text)) and int(match[1]) >= EARLIEST:
        yield match.groups()
    if match := YEAR_FIRST.fullmatch(text):
        if not text.isdigit():
            yield match.groups()
    elif match := MONTH_FIRST.fullmatch(text):
        yield match[3], match[1], match[2]
    elif match := NAMED.fullmatch(text):
        yield match[3], match[2], match[1]
    if match := DIGITS.fullmatch(text):
        yield match[3], match[2], match[1]
    elif match := NUMERIC.fullmatch(text):
        yield match[3], match[2], match[1]
        yield match[3], match[1], match[2]


def date_echo(text, *, past=False):
    """How a typed date is understood: "14-Aug-1980, 46 years"; empty for what is no date, or a future one if `past`."""
    try:
        found = read_date(text, past=past)
    except UnreadableDate:
        return ""
    if past and found > timezone.localdate():
        return ""
    order = ", read day first" if either_way(text) else ""
    return f"{clinical_date(found)}, {age_in_words(found)}{order}" if past else f"{clinical_date(found)}{order}"


def either_way(text):
    """Whether day and month could be meant the other way round."""
    match = NUMERIC.fullmatch(text.strip())
    return bool(match) and match[1] != match[2] and int(match[1]) <= 12 and int(match[2]) <= 12


def age_in_words(born):
    number, unit = age(born).split()
    word = {"y": "year", "m": "month", "d": "day"}[unit]
    return f"{number} {word}{'' if number == '1' else 's'}"


def in_full_year(year, month, day, *, past):
    """The day in a year of four digits or of two; raises ValueError where the calendar lacks it."""
    if len(year) == 4:
        return date(int(year), month, day)
    today = timezone.localdate()
    latest = today.year if past else today.year + 49
    found = date(latest - (latest - int(year)) % 100, month, day)
    return found.replace(year=found.year - 100) if past and found > today else found


def soon(shape):
    """A day to come in one of the shapes in which it may be typed, for a field that takes no other."""
    day = timezone.localdate() + timedelta(days=14)
    return shape.format(f"{day.day}/{day.month}/{day.year}", clinical_date(day))


soon_in_words = lazy(soon, str)


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
        kwargs.setdefault(
            "help_text", soon_in_words("Day, month, year: {0}") if future else "Day, month, year: 14/8/1980"
        )
        if future:
            words = {"invalid": soon_in_words("Write the date as day, month, year, such as {0} or {1}.")}
            kwargs["error_messages"] = words | (kwargs.get("error_messages") or {})
        self.past, self.future = past, future
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("autocomplete", "off")

    def prepare_value(self, value):
        return clinical_date(value) if isinstance(value, date) else self.bound_data(value, None)

    def bound_data(self, data, initial):
        """What was typed, written out as it was read when the form is shown again; as typed when it is no date."""
        data = str(data)[:LONGEST] if data else data
        try:
            return clinical_date(read_date(str(data), past=self.past)) if data else data
        except UnreadableDate:
            return data

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            return read_date(str(value)[: LONGEST + 1], past=self.past)
        except UnreadableDate:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None

    def validate(self, value):
        super().validate(value)
        today = timezone.localdate()
        for wrong, code in (
            (self.past and value and value > today, "in_future"),
            (self.future and value and value < today, "in_past"),
            (value and value < date(EARLIEST, 1, 1), "too_long_ago"),
        ):
            if wrong:
                raise forms.ValidationError(self.error_messages[code], code=code)


class ClockField(forms.TimeField):
    """A time on the 24-hour clock, typed as 9:30, 09.30, 9h30 or 0930 and shown as it was understood: 09:30."""

    default_error_messages = {"invalid": "Write the time on the 24-hour clock, such as 09:30."}
    widget = forms.TimeInput(format="%H:%M", attrs={"autocomplete": "off"})

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, time):
            return value or None
        match = CLOCK.fullmatch(str(value).strip())
        if match:
            with suppress(ValueError):
                return time(*map(int, match.groups()))
        raise forms.ValidationError(self.error_messages["invalid"], code="invalid")

    def bound_data(self, data, initial):
        try:
            read = self.to_python(data)
        except forms.ValidationError:
            return data
        return f"{read:%H:%M}" if read else data
