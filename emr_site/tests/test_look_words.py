"""How dates, names and numbers are written: the same everywhere, and never so that they can be misread."""

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from emr_site.fields import read_date
from emr_site.templatetags import emr

DAYS = st.dates(date(1850, 1, 1), date(2200, 12, 31))


@given(DAYS)
def test_it_writes_a_clinical_date_that_reads_back_as_the_same_day(day):
    written = emr.clinical_date(day)
    assert re.fullmatch(r"\d{2}-[A-Z][a-z]{2}-\d{4}", written)
    assert read_date(written) == day


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_it_writes_moments_on_the_clinics_clock(moment):
    local = emr.local(moment)
    assert emr.moment(moment) == f"{emr.clinical_date(local.date())} {local:%H:%M}"


@pytest.mark.parametrize(
    "write",
    [
        emr.clinical_date,
        emr.weekday_date,
        emr.patient_date,
        emr.clock,
        emr.patient_clock,
        emr.moment,
        emr.money,
        emr.mrn,
    ],
)
def test_it_says_what_is_missing(write):
    assert write(None) == write("") == "Not recorded"


def test_it_does_not_take_midnight_or_nought_for_missing():
    assert emr.clock(time(0, 0)) == "00:00"
    assert emr.patient_clock(time(0, 5)) == "12:05am"
    assert emr.patient_clock(time(12, 0)) == "12:00pm"
    assert emr.money(0) == "0.00"
    assert emr.or_not_recorded(0) == 0


@time_machine.travel("2026-11-23 10:42")
def test_it_names_the_year_to_a_patient_only_when_it_is_another():
    assert emr.patient_date(date(2026, 11, 26)) == "Thursday 26 November"
    assert emr.patient_date(date(2027, 1, 4)) == "Monday 4 January 2027"


def test_it_knows_the_clinics_summer_time():
    assert emr.moment(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "01-Jul-2026 00:30"


@given(DAYS, st.integers(0, 130 * 365))
def test_it_counts_an_age_as_people_do(born, days):
    on = born + timedelta(days)
    number, unit = emr.age(born, on).split()
    birthday_to_come = (on.month, on.day) < (born.month, born.day)
    years = on.year - born.year - birthday_to_come
    assert (unit == "y") == (years >= 2)
    assert unit != "y" or int(number) == years
    assert unit != "d" or int(number) == days < 32


def test_it_counts_no_age_without_a_birth_date():
    assert emr.age(None) == ""


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9))
def test_it_writes_money_with_two_decimals(amount):
    written = emr.money(amount)
    assert re.fullmatch(r"-?\d{1,3}(,\d{3})*\.\d\d", written)
    assert Decimal(written.replace(",", "")) == amount


@given(st.text("0123456789", min_size=1, max_size=12))
def test_it_loses_no_digit_of_a_record_number(number):
    written = emr.mrn(number)
    assert written.replace(" ", "") == number
    assert all(len(group) == 3 for group in written.split(" ")[:-1])


def test_it_writes_the_family_name_first_and_in_capitals():
    assert emr.person({"family_name": "Müller", "given_name": "Jonas"}) == "MÜLLER, Jonas"
    assert emr.person({"family_name": "Suharto", "given_name": ""}) == "SUHARTO"
    assert emr.person({"family_name": "", "given_name": "Ada"}) == "Ada"
    assert emr.person({}) == "Not recorded"


def test_an_icon_speaks_only_when_it_has_something_to_say():
    assert 'aria-hidden="true"' in emr.icon("x")
    assert 'role="img" aria-label="Close &lt;it&gt;"' in emr.icon("x", label="Close <it>")
