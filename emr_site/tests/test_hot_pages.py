"""What pages that are asked for all day are made of: addresses, drawings and rows, at a low price and no other."""

from datetime import UTC, datetime

import pytest
from django.template import engines
from django.urls import NoReverseMatch, reverse

from emr_site.addresses import address
from emr_site.drawings import drawing, drawn
from emr_site.rows import rows
from emr_site.templatetags.emr import shortened


@pytest.mark.parametrize(
    ("name", "numbers"), [("home", ()), ("clinical:chart", (36,)), ("clinical:test", (7, 12)), ("reception:board", ())]
)
def test_it_says_what_reverse_says(name, numbers):
    assert address(name, *numbers) == reverse(name, args=numbers)
    assert engines["django"].from_string(
        f"{{% load emr %}}{{% address '{name}' {' '.join(map(str, numbers))} %}}"
    ).render({}) == reverse(name, args=numbers)


@pytest.mark.parametrize("number", ["x", "1/../2", None])
def test_it_takes_numbers_alone(number):
    with pytest.raises((TypeError, ValueError)):
        address("clinical:chart", number)


def test_it_knows_no_page_that_is_not_there():
    with pytest.raises(NoReverseMatch):
        address("gone:gone", 1)


def test_it_draws_a_part_once_and_anew_while_templates_are_worked_on(settings):
    words = {"kind": "wait", "text": "Drawn <once>", "symbol": "users"}
    before = drawn.cache_info().misses
    assert "Drawn &lt;once&gt;" in drawing("_chip.html", **words) == drawing("_chip.html", **words)
    assert drawn.cache_info().misses == before + 1
    settings.DEBUG = True
    assert drawing("_chip.html", **words | {"text": "Other"})
    assert drawn.cache_info().misses == before + 1


@pytest.mark.django_db
def test_it_gives_rows_by_name_with_moments_of_utc():
    sql = (
        "SELECT CAST('2026-11-23 09:30:00' AS DATETIME(6)) AS started_at, CAST(NULL AS DATETIME(6)) AS left_at, %s AS n"
    )
    assert rows(sql, [1]) == [{"started_at": datetime(2026, 11, 23, 9, 30, tzinfo=UTC), "left_at": None, "n": 1}]


@pytest.mark.parametrize(
    ("text", "expected"), [("short", "short"), ("12345678", "12345678"), ("one two three", "one two…")]
)
def test_it_shortens_a_long_text(text, expected):
    assert shortened(text, 8) == expected
