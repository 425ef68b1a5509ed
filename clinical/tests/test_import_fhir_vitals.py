"""import_fhir: the measurements of a visit, and whether a patient smokes."""

from decimal import Decimal

import pytest

from billing.tests.fhir_bundles import imported, observation, said, the_visit
from clinical.models import SmokingStatus, VitalSigns

pytestmark = pytest.mark.django_db
AT = "2019-07-01T08:35:00+00:00"


def measured(value, code, number, unit):
    quantity = {"value": number, "unit": unit, "code": unit}
    return observation(value, "vital-signs", code=said("Measure", code), valueQuantity=quantity, effectiveDateTime=AT)


def test_the_measurements_of_a_visit_are_one_set(tmp_path):
    components = [
        {"code": said("Systolic", "8480-6"), "valueQuantity": {"value": 131.4, "unit": "mm[Hg]"}},
        {"code": said("Diastolic", "8462-4"), "valueQuantity": {"value": 82, "unit": "mm[Hg]"}},
    ]
    pressure = observation(
        "v-1", "vital-signs", code=said("Blood Pressure", "55284-4"), component=components, effectiveDateTime=AT
    )
    told = [
        pressure, measured("v-2", "8302-2", 170.25, "cm"), measured("v-3", "29463-7", 150, "[lb_av]"),
        measured("v-4", "8867-4", 71.6, "/min"),
    ]  # fmt: skip
    for _ in range(2):
        imported(tmp_path, *the_visit(), *told)
    row = VitalSigns.objects.get()
    assert (row.systolic_mmhg, row.diastolic_mmhg, row.pulse_per_min) == (131, 82, 72)
    assert (row.height_cm, row.weight_kg, row.weight_unit) == (Decimal("170.3"), Decimal("68.039"), "lb")
    assert row.taken_at.isoformat() == AT


def test_a_measurement_that_cannot_be_is_left_to_the_record_and_noted(tmp_path):
    printed = imported(tmp_path, *the_visit(), measured("v-1", "29463-7", 900, "kg"))
    assert "a measurement that cannot be at that age" in printed
    assert not VitalSigns.objects.exists()


def test_one_value_that_cannot_be_keeps_no_other_out(tmp_path):
    told = [
        measured("v-1", "29463-7", 900, "kg"), measured("v-2", "8302-2", 999999, "cm"),
        measured("v-3", "8867-4", 71, "/min"), measured("v-4", "29463-7", -3, "kg"),
    ]  # fmt: skip
    printed = imported(tmp_path, *the_visit(), *told)
    assert "2 Observation: a measurement that cannot be at that age" in printed
    assert "1 Observation: a measurement that is no number in a unit we know" in printed
    row = VitalSigns.objects.get()
    assert (row.pulse_per_min, row.weight_kg, row.height_cm) == (71, None, None)


def test_one_without_a_moment_is_left_to_the_record(tmp_path):
    timeless = measured("v-1", "8867-4", 71, "/min")
    del timeless["resource"]["effectiveDateTime"]
    imported(tmp_path, *the_visit(), timeless)
    assert not VitalSigns.objects.exists()


def test_the_last_word_on_smoking_stands(tmp_path):
    def told(value, answer, when):
        code = said("Tobacco smoking status", "72166-2")
        return observation(value, "survey", code=code, valueCodeableConcept=said(answer), effectiveDateTime=when)

    imported(
        tmp_path, *the_visit(), told("s-1", "Former smoker", "2019-07-01T08:40:00+00:00"),
        told("s-2", "Never smoker", "2012-07-01T08:40:00+00:00"),
    )  # fmt: skip
    row = SmokingStatus.objects.get()
    assert (row.status, row.recorded_at.isoformat()) == ("former", "2019-07-01T08:40:00+00:00")
