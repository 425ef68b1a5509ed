"""FHIR's data types in words."""

from datetime import date
from decimal import Decimal

import pytest

from emr_site.fhir.bundles import identity
from emr_site.fhir.elements import day, quantity, result, words
from emr_site.fhir.registry import Skip


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("174.9832", "cm", "174.98 cm"),
        ("250000", "", "250000"),
        ("37.930", "Cel", "37.93 °C"),
        ("0.006417", "kU/L", "0.00642 kU/L"),
        ("0.5", "mg", "0.5 mg"),
        ("0", "{score}", "0"),
        ("-1.25", "{T-score}", "-1.25"),
        ("5.1", "10*3/uL", "5.1 10³/µL"),
    ],
)
def test_it_writes_a_quantity_as_people_do(value, unit, text):
    assert quantity({"value": Decimal(value), "unit": unit}) == text


def test_it_keeps_the_sign_that_turns_a_limit_into_a_result():
    assert quantity({"value": 0.01, "comparator": "<", "unit": "ng/mL"}) == "< 0.01 ng/mL"


def test_it_writes_a_blood_pressure_the_usual_way_round():
    def pressure(code, value):
        return {"code": {"coding": [{"code": code}]}, "valueQuantity": {"value": value, "unit": "mm[Hg]"}}

    assert result({"component": [pressure("8462-4", 75.44), pressure("8480-6", 129.7)]}) == "130/75 mmHg"


def test_it_writes_other_components_one_after_the_other():
    parts = [{"code": {"text": "Cough"}, "valueBoolean": True}, {"code": {"text": "Pain"}, "valueInteger": 3}]
    assert result({"component": parts}) == "Cough: yes; Pain: 3"


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ({"valueString": "Clear"}, "Clear"),
        ({"valueCodeableConcept": {"text": "Never smoker (finding)"}}, "Never smoker"),
        ({"valueBoolean": False}, "no"),
        ({"valueInteger": 0}, "0"),
        ({"valueDateTime": "2019-07-01"}, "01-Jul-2019"),
        ({"dataAbsentReason": {"text": "Not performed"}}, "Not performed"),
        ({}, ""),
    ],
)
def test_it_writes_a_result_of_any_kind(found, text):
    assert result(found) == text


@pytest.mark.parametrize(
    ("concept", "text"),
    [
        ({"text": "Asthma (disorder)"}, "Asthma"),
        ({"coding": [{"code": "1"}, {"display": "Gout"}]}, "Gout"),
        ({"coding": [{"code": "195967001"}]}, "195967001"),
        ({"text": "Vitamin D (25-OH)"}, "Vitamin D (25-OH)"),
        (None, ""),
    ],
)
def test_it_reads_a_concept_without_the_brackets_of_its_code_system(concept, text):
    assert words(concept) == text


def test_it_reads_a_day_by_the_clinics_clock():
    assert day("2019-07-01T23:30:00+00:00") == date(2019, 7, 2)
    assert day("2019-07-01") == date(2019, 7, 1)
    assert day(None) is None


@pytest.mark.parametrize("text", ["2019", "2019-07", "soon", "2019-02-30"])
def test_it_makes_no_day_of_what_is_none(text):
    with pytest.raises(Skip):
        day(text)


@pytest.mark.parametrize(
    "reference", ["urn:uuid:1f2e", "Patient/1f2e", "http://example.org/fhir/Patient/1f2e", "X?identifier=1f2e"]
)
def test_it_reads_the_same_id_from_every_way_to_write_a_reference(reference):
    assert identity(reference) == "1f2e"
