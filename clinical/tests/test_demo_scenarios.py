"""The demonstration's clinical stories."""

import re
from random import Random

import pytest

from clinical.demo.measures import RANGES, Measures
from clinical.demo.scenarios import SCENARIOS
from reception.demo.reasons import REASONS

ALL = sorted(SCENARIOS.items())


def texts(scenario):
    tests = scenario.tests + scenario.first_tests
    return [*scenario.signs, *scenario.notes, scenario.diagnosis, *(results for _, results in tests)]


def test_it_has_a_story_for_every_reason_and_no_other():
    assert set(SCENARIOS) == {reason.words for reason in REASONS}


@pytest.mark.parametrize(("words", "scenario"), ALL)
def test_it_fills_in_every_measure(words, scenario):
    dice = Random(1)
    for text in texts(scenario):
        written = text.format_map(Measures(dice, lambda name: dice))
        assert "{" not in written
        assert set(re.findall(r"{(\w+)}", text)) <= set(RANGES) | {"bp", "bp_again"}


@pytest.mark.parametrize(("words", "scenario"), ALL)
def test_it_writes_doses_as_they_are_read_safely(words, scenario):
    for medicine in scenario.medicines:
        assert not re.search(r"\.\d*0\b|(?<![\d,.])\.\d|mcg|µg|\bIU\b|\d{4}", medicine.dosage), medicine
        assert medicine.instructions


def test_it_gives_one_visit_the_same_value_twice():
    measures = Measures(Random(1), lambda name: Random(1))
    assert "{temp}".format_map(measures) == "{temp}".format_map(measures)
