"""What the database takes for the name of a substance: one name however it is spelled, and no answer in its place."""

import pytest

from clinical.models import Allergy
from clinical.substances import substances
from clinical.tests.acting import assert_refused, chart_url, send, sql
from clinical.tests.factories import AllergyFactory
from reception.tests.factories import PatientFactory

pytestmark = pytest.mark.django_db
INSERT = "INSERT INTO Allergy (patient_id, substance) VALUES (%s, %s)"


@pytest.mark.parametrize(
    ("substance", "again"),
    [
        ("tree nuts", "tree  nuts"),
        ("tree nuts", "Tree-nuts"),
        ("tree nuts", "tree nut allergy"),
        ("peanut", "Peanuts."),
        ("penicillin", "penicillins\t"),
        ("NSAIDs", "nsaid"),
        ("co-trimoxazole", "Cotrimoxazole"),
        ("Allergy to latex", "latex"),
        ("Café", "cafe"),
    ],
)
def test_it_refuses_the_same_substance_in_another_spelling(substance, again):
    patient = AllergyFactory(substance=substance).patient
    assert_refused("allergy_recorded_once", sql(INSERT, patient.pk, again))
    AllergyFactory(patient=patient, substance=f"other {again}")


@pytest.mark.parametrize(
    "nothing",
    [
        "none",
        "Nil.",
        "No known",
        "NKDA",
        "nka",
        "no known drug allergies",
        "No allergies",
        "None known",
        "n/a",
        "denies allergies",
    ],
)
def test_it_refuses_an_answer_for_a_substance(nothing):
    patient = PatientFactory()
    assert_refused(
        "allergy_names_a_substance",
        lambda: Allergy.objects.create(patient=patient, substance=nothing),
        sql(INSERT, patient.pk, nothing),
    )


@pytest.mark.parametrize("substance", ["Nickel", "nonoxynol-9", "nothofagus pollen", "Nil grass", "青霉素", "Novocain"])
def test_it_takes_what_only_begins_like_one(substance):
    assert AllergyFactory(substance=substance).pk


def test_the_form_points_to_the_answer(cast):
    response = send(cast.browse_as(cast.ned), chart_url("create_allergy", cast.ann_record), substance="NKDA")
    page = response.content.decode()
    assert response.status_code == 422
    assert "This names no substance. If no allergy is known, press “No known allergies”" in page
    assert 'value="NKDA"' in page


def test_it_offers_a_substance_once_as_it_is_written_here():
    for substance in ("Tree nuts", "tree nut", "Peanut"):
        AllergyFactory(substance=substance)
    offered = [name.casefold() for name in substances()]
    assert offered[0] == "tree nut"
    assert len(offered) == len(set(offered))
