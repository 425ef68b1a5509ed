"""Amounts of medicine, written so that none is misread."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emr_site.medicines import UNITS, amounts
from emr_site.templatetags.medicines import doses


def written(text):
    return "".join(piece for piece, _ in amounts(text))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("5.0 mg", "5 mg"),
        (".5mg", "0.5 mg"),
        ("0.50 MG", "0.5 mg"),
        ("1000mg twice a day", "1,000 mg twice a day"),
        ("75mcg", "75 micrograms"),
        ("1 µg", "1 microgram"),
        ("10 IU", "10 units"),
        ("1 u", "1 unit"),
        ("100 UNT/ML", "100 units/ML"),
        ("Amoxicillin 250 MG / Clavulanate 125 MG Oral Tablet", "Amoxicillin 250 mg / Clavulanate 125 mg Oral Tablet"),
        ("Take 2 tablets", "Take 2 tablets"),
        ("vitamin B12 1,000 micrograms", "vitamin B12 1,000 micrograms"),
        ("1.000 mg", "1.000 mg"),
        ("1,5 mg", "1,5 mg"),
        ("", ""),
    ],
)
def test_it_writes_amounts_safely(typed, shown):
    assert written(typed) == shown


@given(
    number=st.decimals(min_value=0, max_value=2_000_000, places=4).map(lambda n: f"{n:f}"),
    space=st.sampled_from(["", " "]),
    unit=st.sampled_from(sorted(UNITS)),
)
def test_it_never_changes_how_much(number, space, unit):
    (_, _), (amount, is_amount), _ = amounts(f"{number}{space}{unit}")
    value, _, name = amount.partition(" ")
    assert is_amount
    assert Decimal(value.replace(",", "")) == Decimal(number)
    assert name.rstrip("s") == UNITS[unit].rstrip("s")
    assert not re.search(r"\.\d*0$|\.$|^\.|\d{4},|^\d{4}", value)


@given(st.text())
def test_it_leaves_all_other_text_as_it_is(text):
    kept = [piece for piece, amount in amounts(text) if not amount]
    position = 0
    for piece in kept:
        position = text.index(piece, position) + len(piece)


def test_it_keeps_an_amount_together_and_lets_no_markup_in():
    assert doses("<b> 5.0mg") == '&lt;b&gt; <span class="text-nowrap">5 mg</span>'
    assert doses(None) == ""
