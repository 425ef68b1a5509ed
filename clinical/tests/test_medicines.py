"""How amounts of medicine are written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinical.medicines import amounts
from clinical.templatetags.medicines import dose


def written(text):
    return "".join(piece for piece, _ in amounts(text))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("500 mg", "500 mg"),
        ("500mg", "500 mg"),
        ("5.0 mg", "5 mg"),
        ("0.50 mg", "0.5 mg"),
        (".5 mg", "0.5 mg"),
        ("1000 mg", "1,000 mg"),
        ("1,000mg", "1,000 mg"),
        ("75 mcg", "75 micrograms"),
        ("75 µg", "75 micrograms"),
        ("1 mcg", "1 microgram"),
        ("10 IU", "10 units"),
        ("5 ml", "5 mL"),
        ("2 tablets", "2 tablets"),
        ("10 MG/ML", "10 mg/mL"),
        ("0.00146 MG/HR", "0.00146 mg/hour"),
        ("5 mg/kg", "5 mg/kg"),
    ],
)
def test_it_writes_an_amount_so_that_it_cannot_be_misread(typed, shown):
    assert written(typed) == shown


@pytest.mark.parametrize("typed", ["1,5 mg", "1.000 mg", "co-codamol 8/500", "vitamin B12", "metFORMIN", "½ tablet"])
def test_it_leaves_as_typed_what_it_cannot_be_sure_of(typed):
    assert written(typed) == typed


def test_it_keeps_number_and_unit_together_and_all_else_breakable():
    assert dose("One puff, 100 micrograms, twice") == 'One puff, <span class="nb">100 micrograms</span>, twice'


def test_it_escapes_what_was_typed():
    assert dose("<b>5 mg</b>") == '&lt;b&gt;<span class="nb">5 mg</span>&lt;/b&gt;'


@given(st.decimals(min_value=0, max_value=99999, places=3), st.sampled_from(["mg", "g", "micrograms", "units"]))
def test_it_never_changes_a_value(value, unit):
    shown = written(f"{value} {unit}")
    number = re.match(r"[\d,.]+", shown)[0]
    assert float(number.replace(",", "")) == float(value)
    if shown != f"{value} {unit}":  # an ambiguous number stays as it was typed
        assert not re.search(r"\.\d*0$|\.$|^\.", number)
        assert not re.fullmatch(r"\d{4,}.*", number)


@given(st.text(alphabet=st.characters(exclude_categories=["N"])))
def test_it_changes_nothing_where_no_number_stands(text):
    assert written(text) == text
