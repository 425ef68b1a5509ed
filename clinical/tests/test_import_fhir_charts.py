"""import_fhir: clinical records, prescriptions and tests."""

from datetime import date

import pytest

from billing.tests.fhir_bundles import charted, imported, observation, order, ref, said, the_visit
from clinical.models import ClinicalRecord, Prescription, Test

pytestmark = pytest.mark.django_db
STOPPED = "Stopped, on a day that was not recorded."


def test_it_writes_one_clinical_record_for_a_visit(tmp_path):
    imported(
        tmp_path,
        *the_visit(),
        charted("Condition", "c-1", code=said("Asthma (disorder)")),
        charted("Condition", "c-2", code=said("Eczema")),
        charted("Condition", "c-3", code=said("Wheezing (finding)")),
        charted("Procedure", "p-1", status="completed", code=said("Spirometry (procedure)")),
        charted("Immunization", "i-1", status="completed", vaccineCode=said("Influenza, seasonal")),
        observation("v-1", "vital-signs", code=said("Body Weight"), valueQuantity={"value": 92.691, "unit": "kg"}),
        order(),
    )
    record = ClinicalRecord.objects.get()
    assert record.discharge_diagnosis == "Asthma\nEczema"
    assert record.signs_and_symptoms == "Wheezing"
    assert record.tests_and_procedures == "Spirometry\nVaccine: Influenza, seasonal"
    assert record.notes == "Body Weight: 92.69 kg"
    assert record.prescriptions == "Amoxicillin 250 MG Oral Capsule"


def test_it_writes_no_record_for_a_visit_of_which_nothing_is_said(tmp_path):
    imported(tmp_path, *the_visit())
    assert not ClinicalRecord.objects.exists()


def test_it_writes_a_thing_that_is_said_twice_once(tmp_path):
    twice = [charted("Condition", f"c-{number}", code=said("Asthma")) for number in range(2)]
    imported(tmp_path, *the_visit(), *twice)
    assert ClinicalRecord.objects.get().discharge_diagnosis == "Asthma"


@pytest.mark.parametrize("status", ["entered-in-error", "refuted"])
def test_it_skips_a_diagnosis_that_was_taken_back(tmp_path, status):
    refuted = charted("Condition", "c-1", code=said("Asthma"), verificationStatus={"coding": [{"code": status}]})
    assert f"skipped: 1 Condition: its status is {status}" in imported(tmp_path, *the_visit(), refuted)
    assert not ClinicalRecord.objects.exists()


@pytest.mark.parametrize("status", ["not-done", "entered-in-error", "preparation"])
def test_it_skips_a_procedure_that_was_not_done(tmp_path, status):
    undone = charted("Procedure", "p-1", status=status, code=said("Spirometry"))
    assert f"skipped: 1 Procedure: its status is {status}" in imported(tmp_path, *the_visit(), undone)


def test_it_skips_what_belongs_to_no_visit(tmp_path):
    printed = imported(tmp_path, *the_visit(), observation(encounter=None), order(encounter=None))
    assert "skipped: 1 Observation: it names no visit" in printed
    assert "skipped: 1 MedicationRequest: it names no visit" in printed


def test_it_fills_a_test_with_result_and_unit(tmp_path):
    imported(tmp_path, *the_visit(), observation())
    test = Test.objects.get()
    assert (test.type, test.results, test.date) == ("Glucose", "74.45 mg/dL", date(2019, 7, 1))


def test_it_tells_of_a_result_that_has_no_words(tmp_path):
    curve = observation(valueQuantity=None, valueSampledData={"data": "1 2 3"})
    del curve["resource"]["valueQuantity"]
    assert "not kept: 1 Observation: a value that is no number, word or date" in imported(tmp_path, *the_visit(), curve)
    assert Test.objects.get().results is None


def test_it_fills_a_prescription(tmp_path):
    imported(tmp_path, *the_visit(), order())
    prescription = Prescription.objects.get()
    assert (prescription.medication, prescription.prescribed_on) == (
        "Amoxicillin 250 MG Oral Capsule",
        date(2019, 7, 1),
    )
    assert prescription.provider.family_name == "Grey"
    assert prescription in Prescription.objects.current()


@pytest.mark.parametrize("status", ["stopped", "completed", "unknown"])
def test_it_shows_no_medicine_as_current_that_is_not(tmp_path, status):
    imported(tmp_path, *the_visit(), order(status=status))
    prescription = Prescription.objects.ended().get()
    assert prescription.ended_on == date(2019, 7, 1)
    assert prescription.instructions == STOPPED


@pytest.mark.parametrize(
    ("repeat", "words"),
    [
        ({"frequency": 1, "period": 1, "periodUnit": "d"}, "2 tablets, once a day"),
        ({"frequency": 3, "period": 1, "periodUnit": "d"}, "2 tablets, three times a day"),
        ({"frequency": 1, "period": 6, "periodUnit": "h"}, "2 tablets, every 6 hours"),
        ({"frequency": 2, "period": 3, "periodUnit": "wk"}, "2 tablets, twice in 3 weeks"),
        ({}, "2 tablets"),
    ],
)
def test_it_writes_the_dose_in_words(tmp_path, repeat, words):
    dose = {"timing": {"repeat": repeat}, "doseAndRate": [{"doseQuantity": {"value": 2, "unit": "tablets"}}]}
    imported(tmp_path, *the_visit(), order(dosageInstruction=[dose]))
    assert Prescription.objects.get().dosage == words


def test_it_keeps_every_word_of_the_instructions(tmp_path):
    first = {"asNeededBoolean": True, "additionalInstruction": [said("With food")], "text": "For pain"}
    imported(tmp_path, *the_visit(), order(dosageInstruction=[first, {"patientInstruction": "Not before driving"}]))
    prescription = Prescription.objects.get()
    assert prescription.dosage == "when required"
    assert prescription.instructions == "For pain\nWith food\nNot before driving"


def test_it_names_a_medicine_that_stands_beside_its_order(tmp_path):
    medication = charted("Medication", "m-1", code=said("Warfarin 5 MG"))
    named = order(medicationReference=ref("m-1"), medicationCodeableConcept=None)
    imported(tmp_path, *the_visit(), medication, named)
    assert Prescription.objects.get().medication == "Warfarin 5 MG"


def test_it_skips_an_order_that_names_no_medicine(tmp_path):
    printed = imported(tmp_path, *the_visit(), order(medicationCodeableConcept=None))
    assert "skipped: 1 MedicationRequest: it names no medicine" in printed
