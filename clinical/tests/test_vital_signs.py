"""Vital signs: typed in any unit, kept as typed and as converted, judged by the range of the day."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinical.models import ReferenceRange, VitalSigns
from clinical.tests.acting import audited, chart_url, send
from clinical.tests.factories import VitalSignsFactory
from clinical.vitals.reading import readings_of
from clinical.vitals.units import Unreadable, measured, pressure
from emr_site.tests.factories import signed
from reception.models import Patient
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
KEY = "5a4f5d3e-6b0e-4a6e-9d5f-0d9a5e6f7a8b"


def take(cast, by, headers=HTMX, patient=None, **typed):
    patient = patient or cast.ann_record
    form = {"patient_id": patient.pk, "idempotency_key": KEY} | typed
    return cast.browse_as(by).post(chart_url("record_vital_signs", patient), form, headers=headers)


@pytest.mark.parametrize("role", ["okafor", "ned"])
def test_it_keeps_what_was_typed_and_what_it_is(cast, role):
    by = getattr(cast, role)
    visit = VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0))
    typed = {"blood_pressure": "16/10.6 kPa", "temperature": "98.6 F", "weight": "180 lb", "height": "71in",
             "pulse_per_min": "72", "visit": visit.pk}  # fmt: skip
    assert take(cast, by, **typed).status_code == 200
    row = VitalSigns.objects.get()
    assert (row.systolic_mmhg, row.diastolic_mmhg) == (120, 80)
    assert (row.blood_pressure_typed, row.blood_pressure_unit) == ("16/10.6", "kPa")
    assert (row.temperature_c, row.temperature_typed, row.temperature_unit) == (Decimal("37.0"), "98.6", "°F")
    assert (row.weight_kg, row.weight_typed, row.weight_unit) == (Decimal("81.647"), "180", "lb")
    assert (row.height_cm, row.height_unit, row.bmi) == (Decimal("180.3"), "in", Decimal("25.1"))
    assert (row.visit, row.recorded_by, audited(row, "C", by=by)) == (visit, by, 1)
    take(cast, by, **typed)
    assert VitalSigns.objects.count() == 1


def test_the_page_shows_both(cast):
    take(cast, cast.ned, temperature="99.5F", weight="70.50")
    page = cast.browse_as(cast.okafor).get(chart_url("vital_signs", cast.ann_record)).content.decode()
    assert "<b>37.5</b> °C" in page
    assert "typed 99.5 °F" in page
    assert "<b>70.5</b> kg" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"blood_pressure": "1200/80"}, "The upper value lies between 40 and 300 mmHg."),
        ({"blood_pressure": "80/120"}, "The lower value is below the upper"),
        ({"blood_pressure": "120"}, "Write both values: 120/80"),
        ({"temperature": "warm"}, "Write a temperature such as 37.2"),
        ({"temperature": "60"}, "A temperature lies between 25 and 45"),
        ({"weight": "70 bags"}, "Write a weight such as"),
        ({"weight": "800"}, "A weight lies between 0.2 and 500 kg"),
        ({"weight": "1000"}, "A weight lies between 0.2 and 500 kg"),
        ({"weight": "999999"}, "A weight lies between 0.2 and 500 kg"),
        ({"temperature": "9999"}, "A temperature lies between 25 and 45"),
        ({"height": "999999"}, "A height lies between 20 and 272 cm"),
        ({"blood_pressure": "40000/80"}, "The upper value lies between 40 and 300 mmHg."),
        ({"blood_pressure": "120/40000"}, "The lower value lies between 20 and 200 mmHg."),
        ({"height": "3 m"}, "A height lies between 20 and 272 cm"),
        ({"height": "5 ft 13 in"}, "Write a height such as"),
        ({"pulse_per_min": "7000"}, "Write a whole number from 20 to 300."),
        ({"pain_0_to_10": "11"}, "Write a whole number from 0 to 10."),
        ({}, "Write at least one value."),
    ],
)
@pytest.mark.parametrize("headers", [HTMX, {}])
def test_it_says_what_is_wrong_and_keeps_what_was_typed(cast, typed, sentence, headers):
    response = take(cast, cast.ned, headers=headers, **{"spo2_percent": "97" if typed else ""} | typed)
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert all(f'value="{text}"' in page for text in typed.values())
    assert not VitalSigns.objects.exists()


def test_a_newborn_of_80_kg_is_refused_and_the_typed_weight_kept(cast):
    with signed():
        Patient.objects.filter(pk=cast.bo_record.pk).update(date_of_birth=day(-1))
    response = take(cast, cast.ned, patient=cast.bo_record, weight="80 kg")
    assert response.status_code == 422
    assert "Nobody of this age weighs that." in response.content.decode()
    slip = take(cast, cast.ned, patient=cast.bo_record, weight="3200")
    assert slip.status_code == 422
    assert "Did you mean grams? Write 3200 g." in slip.content.decode()
    assert 'value="80 kg"' in response.content.decode()
    assert take(cast, cast.ned, patient=cast.bo_record, weight="3200 g").status_code == 200
    assert VitalSigns.objects.get().weight_kg == Decimal("3.200")


def test_the_range_of_that_day_is_kept_and_shown(cast):
    with signed():
        row = VitalSignsFactory(patient=cast.ann_record, systolic_mmhg=142, diastolic_mmhg=92)
        ReferenceRange.objects.filter(measure="systolic").update(high=200)
    said = {each.measure.name: (each.side, each.high) for each in readings_of(row)}
    assert said == {
        "systolic": ("above", Decimal("139.00")),
        "diastolic": ("above", Decimal("89.00")),
        "pulse": ("", Decimal("100.00")),
    }
    page = cast.browse_as(cast.okafor).get(chart_url("vital_signs", cast.ann_record)).content.decode()
    assert "Above 139" in page


def test_a_childs_range_is_the_childs(cast):
    with signed():
        Patient.objects.filter(pk=cast.bo_record.pk).update(date_of_birth=day(-600))
        row = VitalSignsFactory(patient=cast.bo_record, pulse_per_min=120, systolic_mmhg=95, diastolic_mmhg=55)
    assert [each.side for each in readings_of(row)] == ["", "", ""]


def test_a_wrong_one_is_taken_back_with_a_reason(cast):
    row = cast.ann_vital_signs
    url = chart_url("void_vital_signs", cast.ann_record, row)
    assert send(cast.browse_as(cast.ned), url, reason=" ").status_code == 422
    assert send(cast.browse_as(cast.ned), url, reason="Another patient's").status_code == 302
    row.refresh_from_db()
    assert (row.voided_by, row.void_reason) == (cast.ned, "Another patient's")
    page = cast.browse_as(cast.ned).get(chart_url("vital_signs", cast.ann_record)).content.decode()
    assert "Nothing has been measured." in page


def test_another_patients_is_not_found_and_the_desk_is_refused(cast):
    row = VitalSignsFactory(patient=cast.bo_record)
    assert cast.browse_as(cast.okafor).get(chart_url("void_vital_signs", cast.ann_record, row)).status_code == 404
    assert take(cast, cast.okafor, visit=cast.bo_visit.pk, pulse_per_min="70").status_code == 422
    assert take(cast, cast.rosa, pulse_per_min="70").status_code == 403


@pytest.mark.parametrize(
    ("measure", "text", "typed", "unit"),
    [
        ("height", "5'10\"", "70", "in"),
        ("height", "5 ft 10 in", "70", "in"),
        ("height", "5 ft 10", "70", "in"),
        ("height", "5’ 10.5”", "70.5", "in"),
        ("height", "6ft", "72", "in"),
        ("weight", "11 st 4 lb", "158", "lb"),
        ("weight", "11 stone", "154", "lb"),
        ("weight", "154 pounds", "154", "lb"),
        ("temperature", "98.6 Fahrenheit", "98.6", "°F"),
    ],
)
def test_it_reads_what_people_write(measure, text, typed, unit):
    found = measured(measure, text)
    assert (found.typed, found.unit) == (typed, unit)


def test_it_takes_what_is_counted_beside_the_number(cast):
    assert take(cast, cast.ned, spo2_percent="93%", pulse_per_min="72 bpm").status_code == 200
    row = VitalSigns.objects.get()
    assert (row.spo2_percent, row.pulse_per_min) == (93, 72)


@given(st.decimals(min_value=60, max_value=120, places=1))
def test_what_is_typed_in_another_unit_agrees_with_what_is_kept(fahrenheit):
    found = measured("temperature", f"{fahrenheit} °F")
    assert abs(found.value - (fahrenheit - 32) / Decimal("1.8")) <= Decimal("0.05")
    assert (found.typed, found.unit) == (str(fahrenheit), "°F")


@pytest.mark.parametrize("text", ["", "abc", "70 kgs kg", "-5", "1e3", "70.1234", "120/80/60", "./."])
def test_nonsense_is_unreadable(text):
    with pytest.raises(Unreadable):
        measured("weight", text)
    with pytest.raises(Unreadable):
        pressure(text)
