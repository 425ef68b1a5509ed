"""The one box for dates takes what people type, day first, and shows how it was read."""

import contextlib
from datetime import date

import pytest
import time_machine
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from emr_site.fields import ClinicalDateField, UnreadableDate, read_date
from emr_site.templatetags.emr import MONTH_NAMES, MONTHS, clinical_date

DAYS = st.dates(date(1850, 1, 1), date(2200, 12, 31))
WAYS = (
    "{d}/{m}/{y}",
    "{d:02}.{m:02}.{y}",
    "{d}-{m}-{y}",
    "{d} {m} {y}",
    "{d}-{mon}-{y}",
    "{d} {month} {y}",
    "{d}th {month}, {y}",
    "{d:02}{mon}{y}",
    "{y}-{m:02}-{d:02}",
    "{y}{m:02}{d:02}",
)


class BirthForm(forms.Form):
    born = ClinicalDateField(past=True, label="Born")


@given(DAYS, st.sampled_from(WAYS), st.sampled_from((str.lower, str.upper, str)))
def test_it_reads_every_usual_way_to_write_a_day(day, way, case):
    names = {"mon": MONTHS[day.month - 1], "month": MONTH_NAMES[day.month - 1]}
    assert read_date(case(way.format(d=day.day, m=day.month, y=day.year, **names))) == day


@given(st.text(max_size=24))
def test_it_reads_anything_as_a_day_or_says_that_it_cannot(text):
    with contextlib.suppress(UnreadableDate):
        assert isinstance(read_date(text), date)


@pytest.mark.parametrize(
    "text", ["31/2/1980", "14 augxyz 1980", "3 mayor 1990", "13/14/1980", "0/1/1980", "1980", "soon", "1/1/0000"]
)
def test_it_reads_no_day_that_is_not_there(text):
    with pytest.raises(UnreadableDate):
        read_date(text)


@time_machine.travel("2026-11-23 10:42")
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14/8/80", date(1980, 8, 14)),
        ("23/11/26", date(2026, 11, 23)),
        ("24/11/26", date(1926, 11, 24)),
        ("31 Dec 26", date(1926, 12, 31)),
        ("1/1/27", date(1927, 1, 1)),
        ("29/2/00", date(2000, 2, 29)),
    ],
)
def test_a_birth_year_of_two_digits_is_past(text, day):
    assert read_date(text, past=True) == day


@time_machine.travel("2026-11-23 10:42")
def test_another_year_of_two_digits_is_the_nearest():
    assert read_date("1/3/27") == date(2027, 3, 1)
    assert read_date("1/3/80") == date(1980, 3, 1)


def test_it_shows_what_was_typed_as_it_was_read():
    assert BirthForm({"born": "14/8/80"})["born"].value() == "14-Aug-1980"
    assert BirthForm({"born": "14/13/80"})["born"].value() == "14/13/80"
    assert BirthForm(initial={"born": date(1980, 8, 14)})["born"].value() == "14-Aug-1980"


@given(DAYS)
def test_a_day_shown_and_sent_back_has_not_changed(day):
    assert not BirthForm({"born": clinical_date(day)}, initial={"born": day}).has_changed()


@time_machine.travel("2026-11-23 10:42")
@pytest.mark.parametrize(
    ("text", "options", "sentence"),
    [
        ("soon", {}, "Write the date as day, month, year, such as 14/8/1980 or 14-Aug-1980."),
        ("24/11/2026", {"past": True}, "This date is in the future. Check the year."),
        ("22/11/2026", {"future": True}, "This date is in the past. Choose today or a later day."),
        ("31/12/1849", {}, "This date is before 1850. Check the year."),
    ],
)
def test_it_says_what_is_wrong_and_what_to_do(text, options, sentence):
    with pytest.raises(forms.ValidationError, match=sentence.replace(".", r"\.")):
        ClinicalDateField(**options).clean(text)


@time_machine.travel("2026-11-23 10:42")
def test_today_is_neither_past_nor_future():
    assert ClinicalDateField(past=True).clean("23/11/2026") == ClinicalDateField(future=True).clean("23/11/2026")
