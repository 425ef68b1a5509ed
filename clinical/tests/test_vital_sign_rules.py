"""What the database itself says of measurements, whoever writes them."""

import pytest
from django.db import DatabaseError, transaction

from clinical.models import ReferenceRange, VitalRange, VitalSigns
from clinical.tests.acting import assert_refused, sql
from clinical.tests.factories import VitalSignsFactory
from emr_site.db import refusal_code
from emr_site.tests.factories import signed
from reception.merging import merge_patients
from reception.models import Patient
from reception.tests.factories import PatientFactory, day

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"systolic_mmhg": 1200}, "clinical_vital_systolic_range"),
        ({"systolic_mmhg": 90, "diastolic_mmhg": 5}, "clinical_vital_diastolic_range"),
        ({"systolic_mmhg": 80, "diastolic_mmhg": 80}, "clinical_vital_diastolic_below_systolic"),
        ({"blood_pressure_typed": "119/76"}, "clinical_vital_pressure_as_typed"),
        ({"pulse_per_min": 5}, "clinical_vital_pulse_range"),
        ({"respirations_per_min": 3}, "clinical_vital_respirations_range"),
        ({"spo2_percent": 101}, "clinical_vital_spo2_range"),
        ({"pain_0_to_10": 11}, "clinical_vital_pain_range"),
        (
            {"temperature_c": "50.0", "temperature_typed": "50", "temperature_unit": "°C"},
            "clinical_vital_temperature_range",
        ),
        (
            {"temperature_c": "37.0", "temperature_typed": "98.6", "temperature_unit": "°C"},
            "clinical_vital_temperature_as_typed",
        ),
        ({"temperature_c": "37.0"}, "clinical_vital_temperature_as_typed"),
        ({"weight_kg": "180", "weight_typed": "180", "weight_unit": "lb"}, "clinical_vital_weight_as_typed"),
        ({"weight_kg": "501", "weight_typed": "501", "weight_unit": "kg"}, "clinical_vital_weight_range"),
        ({"height_cm": "172.0", "height_typed": "172", "height_unit": "in"}, "clinical_vital_height_as_typed"),
    ],
)
def test_it_refuses(cast, columns, code):
    assert_refused(code, lambda: VitalSignsFactory(patient=cast.ann_record, **columns))
    names = {"patient_id": cast.ann_record.pk, "taken_at": "2026-01-02", "systolic_mmhg": 118, "diastolic_mmhg": 76,
             "blood_pressure_typed": "118/76", "blood_pressure_unit": "mmHg"} | columns  # fmt: skip
    if "systolic_mmhg" in columns or "diastolic_mmhg" in columns:
        names["blood_pressure_typed"] = f"{names['systolic_mmhg']}/{names['diastolic_mmhg']}"
    insert = f"INSERT INTO VitalSigns ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))})"
    assert_refused(code, sql(insert, *names.values()))


def test_it_refuses_half_a_pressure_and_nothing_at_all(cast):
    insert = "INSERT INTO VitalSigns (patient_id, taken_at, systolic_mmhg) VALUES (%s, NOW(), 120)"
    with signed(), pytest.raises(DatabaseError) as refusal, transaction.atomic():
        sql(insert, cast.ann_record.pk)()
    # Two rules say no, and each server asks them in an order of its own.
    assert refusal_code(refusal.value) in {"clinical_vital_pressure_is_two", "clinical_vital_pressure_as_typed"}
    insert = "INSERT INTO VitalSigns (patient_id, taken_at) VALUES (%s, NOW())"
    assert_refused("clinical_vital_something_measured", sql(insert, cast.ann_record.pk))


def test_it_refuses_what_is_not_in_a_life(cast):
    insert = "INSERT INTO VitalSigns (patient_id, taken_at, pulse_per_min) VALUES (%s, %s, 70)"
    assert_refused("vital_signs_in_future", sql(insert, cast.ann_record.pk, "2099-01-01"))
    assert_refused("vital_signs_in_life", sql(insert, cast.ann_record.pk, "1901-01-01"))
    with signed():
        Patient.objects.filter(pk=cast.bo_record.pk).update(deceased_on=day(-30))
    assert_refused("vital_signs_in_life", sql(insert, cast.bo_record.pk, day(-5)))


def test_it_refuses_what_cannot_be_at_that_age(cast):
    with signed():
        Patient.objects.filter(pk=cast.bo_record.pk).update(date_of_birth=day(-2))
    weighed = {"weight_kg": "80", "weight_typed": "80", "weight_unit": "kg"}
    assert_refused("vital_weight_for_age", lambda: VitalSignsFactory(patient=cast.bo_record, **weighed))
    measured = {"height_cm": "172.0", "height_typed": "172", "height_unit": "cm"}
    assert_refused("vital_height_for_age", lambda: VitalSignsFactory(patient=cast.bo_record, **measured))
    quiet = {"systolic_mmhg": 70, "diastolic_mmhg": 40}
    assert_refused("vital_pulse_for_age", lambda: VitalSignsFactory(patient=cast.bo_record, pulse_per_min=20, **quiet))


@pytest.mark.parametrize("weight", ["0.3", "7.05"])
def test_it_refuses_a_grown_person_of_a_childs_weight(cast, weight):
    weighed = {"weight_kg": weight, "weight_typed": weight, "weight_unit": "kg"}
    assert_refused("vital_weight_for_age", lambda: VitalSignsFactory(patient=cast.ann_record, **weighed))


def test_it_is_never_rewritten(cast):
    rows = VitalSigns.objects.filter(pk=cast.ann_vital_signs.pk)
    assert_refused("vital_signs_stay", lambda: rows.update(pulse_per_min=80))
    assert_refused("vital_signs_stay", lambda: rows.update(patient_id=cast.bo_record.pk))
    taken_back = "UPDATE VitalSigns SET voided_at = NOW(6), void_reason = 'x', {} WHERE vital_signs_id = %s"
    other = (f"recorded_by = {cast.rosa.pk}", "recorded_at = NOW(6)", f"visit_id = {cast.ann_visit.pk}")
    for change in (*other, "blood_pressure_unit = 'MMHG'", "weight_typed = '70'"):
        assert_refused("vital_signs_stay", sql(taken_back.format(change), cast.ann_vital_signs.pk))
    for statement in ("DELETE FROM VitalSigns", "UPDATE VitalRange SET low = 1", "DELETE FROM VitalRange"):
        with pytest.raises(DatabaseError) as refusal, transaction.atomic():
            sql(statement)()
        assert refusal.value.args[0] == 1142


def test_the_body_mass_index_is_the_databases(cast):
    weighed = {"weight_kg": "82.4", "weight_typed": "82.4", "weight_unit": "kg"}
    measured = {"height_cm": "170.0", "height_typed": "1.70", "height_unit": "m"}
    row = VitalSignsFactory(patient=cast.ann_record, **weighed, **measured)
    row.refresh_from_db()
    assert f"{row.bmi}" == "28.5"
    assert VitalRange.objects.filter(vital_signs=row, measure="bmi").exists()


def test_ranges_are_in_order(cast):
    def make(**columns):
        told = {"kind": "normal", "measure": "pulse", "from_days": 54750, "to_days": 60000, "low": 60, "high": 90}
        return lambda: ReferenceRange.objects.create(**told | {"source": "The clinic"} | columns)

    assert_refused("reference_range_low_below_high", make(low=100))
    assert_refused("reference_range_ages_in_order", make(to_days=1))
    assert_refused("reference_ranges_overlap", make(from_days=0), make(from_days=54000, to_days=54760))
    assert_refused("reference_range_source_not_blank", make(source=" "))
    assert_refused("reference_range_says_something", make(low=None, high=None))
    with signed():
        row = make()()
    rows = ReferenceRange.objects.filter(pk=row.pk)
    assert_refused("reference_ranges_overlap", lambda: rows.update(from_days=10000))
    with signed():
        rows.update(to_days=59000, high=95)


def test_it_moves_when_records_are_merged(cast):
    kept, merged = PatientFactory(), PatientFactory()
    row = VitalSignsFactory(patient=merged)
    with signed():
        merge_patients(kept.pk, merged.pk, reason="The same person")
    row.refresh_from_db()
    assert row.patient_id == kept.pk
