"""import_fhir: what does a patient harm, what no longer does, and that nothing is known to."""

import pytest

from billing.tests.fhir_bundles import ANN, entry, imported, ref, said, the_visit
from clinical.allergies import banner
from clinical.models import Allergy, AllergyStatement
from reception.models import Patient

pytestmark = pytest.mark.django_db
AT = "2015-07-01T08:35:00+00:00"
SNOMED = "http://snomed.info/sct"


def status(code):
    return {"coding": [{"code": code}]}


def intolerance(value="a-1", name="Allergy to penicillin", code="91936005", **elements):
    told = {
        "clinicalStatus": status("active"),
        "verificationStatus": status("confirmed"),
        "category": ["medication"],
        "recordedDate": AT,
        "patient": ref(ANN),
        "code": said(name, code, system=SNOMED),
    }
    return entry("AllergyIntolerance", value, **told | elements)


def state():
    return banner(Patient.objects.get())["state"]


def test_it_is_named_by_its_substance_and_is_there_once(tmp_path):
    reactions = [
        {"manifestation": [said("Hives")], "severity": "moderate"},
        {"manifestation": [said("Wheeze"), said("Hives")], "severity": "severe"},
    ]
    told = {"criticality": "high", "onsetDateTime": "1999-05", "note": [{"text": "As a child."}], "reaction": reactions}
    for _ in range(2):
        imported(tmp_path, *the_visit(), intolerance(**told), intolerance("a-2", "Penicillins allergy"))
    row = Allergy.objects.get()
    assert (row.substance, row.category, row.certainty) == ("penicillin", "medicine", "confirmed")
    assert (row.reaction, row.severity) == ("Hives, Wheeze", "severe")
    assert (row.code, row.code_system, row.onset) == ("91936005", SNOMED, "1999-05")
    assert row.note == "Criticality: high.\nAs a child."
    assert (row.recorded_at.isoformat(), row.verified_at, row.verified_by) == (AT, None, None)


@pytest.mark.parametrize("over", ["resolved", "inactive"])
def test_what_is_over_has_ended(tmp_path, over):
    imported(tmp_path, *the_visit(), intolerance(clinicalStatus=status(over)))
    row = Allergy.objects.get()
    assert (row.ended_at.isoformat(), row.note) == (AT, "No longer so, from a day that was not recorded.")
    assert state() is None


def test_what_was_refuted_does_not_warn_and_an_error_is_left_out(tmp_path):
    wrong = intolerance("a-2", "Allergy to wheat", verificationStatus=status("entered-in-error"))
    printed = imported(tmp_path, *the_visit(), wrong, intolerance(verificationStatus=status("refuted")))
    assert "skipped: 1 AllergyIntolerance: its status is entered-in-error" in printed
    assert (Allergy.objects.get().certainty, state()) == ("refuted", None)


@pytest.mark.parametrize(
    ("name", "code"), [("No known allergy (situation)", "716186003"), ("No known allergies", "0"), ("Nil", "0")]
)
def test_that_none_is_known_is_an_answer_and_no_allergy(tmp_path, name, code):
    for _ in range(2):
        imported(tmp_path, *the_visit(), intolerance(name=name, code=code))
    row = AllergyStatement.objects.get()
    assert (row.answer, row.stated_at.isoformat(), state()) == ("none_known", AT, "none")
    assert not Allergy.objects.exists()


@pytest.mark.parametrize("name", ["No known drug allergy", "NKDA", "No known food allergies"])
def test_that_none_of_a_kind_is_known_does_not_say_that_none_is(tmp_path, name):
    printed = imported(tmp_path, *the_visit(), intolerance(name=name, code="409137002"))
    assert "it says of one kind of substances alone that no allergy is known" in printed
    assert state() is None


def test_an_allergy_outweighs_that_none_is_known(tmp_path):
    none = intolerance("a-2", "No known allergy", "716186003", recordedDate="2018-01-01T08:00:00+00:00")
    for order in ([none, intolerance()], [intolerance(), none]):
        imported(tmp_path, *the_visit(), *order)
        assert state() == "known"
    refuted = intolerance("a-3", "No known allergy", "716186003", verificationStatus=status("refuted"))
    assert "it says no longer that no allergy is known" in imported(tmp_path, *the_visit(), refuted)
