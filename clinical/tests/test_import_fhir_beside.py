"""import_fhir: what stands beside the records: problems, allergies, vital signs, smoking."""

from datetime import date
from decimal import Decimal

import pytest

from billing.tests.fhir_bundles import ANN, charted, entry, imported, observation, ref, said, the_visit
from clinical.models import Allergy, Problem, SmokingStatus, SurgicalHistory, VitalSigns

pytestmark = pytest.mark.django_db
AT = "2019-07-01T08:35:00+00:00"


def status(code):
    return {"coding": [{"code": code}]}


def condition(value, name, clinical, since, until=None):
    told = {"code": said(name), "clinicalStatus": status(clinical), "onsetDateTime": since}
    return charted("Condition", value, **told, **({"abatementDateTime": until} if until else {}))


def measured(value, code, number, unit):
    quantity = {"value": number, "unit": unit, "code": unit}
    return observation(value, "vital-signs", code=said("Measure", code), valueQuantity=quantity, effectiveDateTime=AT)


def test_a_condition_stands_on_the_list_of_problems(tmp_path):
    imported(tmp_path, *the_visit(), condition("c-1", "Asthma (disorder)", "active", "2010-03-02T10:00:00+00:00"))
    row = Problem.objects.get()
    assert (row.description, row.icd10_code, row.status, row.onset_on) == ("Asthma", None, "active", date(2010, 3, 2))


def test_one_that_comes_again_is_one_problem(tmp_path):
    first = condition("c-1", "Sinusitis (disorder)", "resolved", "2010-03-02", "2010-03-20")
    again = condition("c-2", "Sinusitis (disorder)", "resolved", "2015-01-02", "2015-02-01")
    imported(tmp_path, *the_visit(), first, again)
    row = Problem.objects.get()
    assert (row.status, row.onset_on, row.resolved_on) == ("resolved", date(2010, 3, 2), date(2015, 2, 1))
    imported(tmp_path, *the_visit(), first, again, condition("c-3", "Sinusitis (disorder)", "active", "2018-01-01"))
    row.refresh_from_db()
    assert (row.status, row.resolved_on) == ("active", None)


def test_what_was_seen_or_felt_is_no_problem(tmp_path):
    imported(tmp_path, *the_visit(), condition("c-1", "Wheezing (finding)", "active", "2019-07-01"))
    assert not Problem.objects.exists()


def test_an_allergy_is_named_by_its_substance(tmp_path):
    told = {
        "clinicalStatus": status("active"),
        "verificationStatus": status("confirmed"),
        "category": ["medication"],
        "recordedDate": AT,
        "reaction": [{"manifestation": [said("Hives")], "severity": "moderate"}],
        "patient": ref(ANN),
    }
    resource = entry("AllergyIntolerance", "a-1", code=said("Allergy to penicillin"), **told)
    again = entry("AllergyIntolerance", "a-2", code=said("Penicillin allergy"), **told)
    imported(tmp_path, *the_visit(), resource, again)
    row = Allergy.objects.get()
    assert (row.substance, row.category, row.certainty) == ("penicillin", "medicine", "confirmed")
    assert (row.reaction, row.severity) == ("Hives", "moderate")


def test_one_that_was_entered_in_error_is_left_out(tmp_path):
    wrong = entry(
        "AllergyIntolerance", "a-1", code=said("Allergy to wheat"), patient=ref(ANN),
        verificationStatus=status("entered-in-error"),
    )  # fmt: skip
    assert "skipped: 1 AllergyIntolerance: its status is entered-in-error" in imported(tmp_path, *the_visit(), wrong)
    assert not Allergy.objects.exists()


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


def test_the_last_word_on_smoking_stands(tmp_path):
    def told(value, answer, when):
        code = said("Tobacco smoking status", "72166-2")
        return observation(value, "survey", code=code, valueCodeableConcept=said(answer), effectiveDateTime=when)

    imported(
        tmp_path, *the_visit(), told("s-1", "Former smoker", "2019-07-01T08:40:00+00:00"),
        told("s-2", "Never smoker", "2012-07-01T08:40:00+00:00"),
    )  # fmt: skip
    assert SmokingStatus.objects.get().status == "former"


def test_an_operation_is_history_and_an_examination_is_not(tmp_path):
    def done(value, name, when="2015-03-02T10:00:00+00:00"):
        return charted("Procedure", value, status="completed", code=said(name), performedDateTime=when)

    told = [done("p-1", "Appendectomy"), done("p-2", "Spirometry (procedure)"), done("p-3", "Appendectomy")]
    told.append(done("p-4", "Admission to trauma surgery department"))
    for _ in range(2):
        imported(tmp_path, *the_visit(), *told)
    row = SurgicalHistory.objects.get()
    assert (row.operation, row.done_on, row.done_on_precision) == ("Appendectomy", date(2015, 3, 2), "day")
