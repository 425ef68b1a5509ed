"""A chunk of a very large practice: one clinical record a visit."""

from functools import cache
from random import Random

from clinical.demo.measures import Measures
from clinical.demo.scenarios import SCENARIOS

COLUMNS = (
    "visit_id", "room_id", "signs_and_symptoms", "discharge_diagnosis", "prescriptions", "tests_and_procedures",
    "notes", "recorded_at",
)  # fmt: skip
TEXTS = 40  # different records a reason


def fill(practice, chunk):
    dice = practice.dice("bulk records", chunk.number)
    rooms = {clinician.id: clinician.room_id for clinician in practice.shelf["clinicians"]}
    rows = []
    for visit, reason in chunk.visits:
        visit_id, _, provider_id, day, time, *_ = visit
        texts = some_texts(reason.words, dice.randrange(TEXTS))
        rows.append((visit_id, rooms[provider_id], *texts, f"{day} {time}"))
    chunk.insert("ClinicalCare", COLUMNS, rows)


@cache
def some_texts(words, number):
    """One of the records that a reason can have; written once, because formatting is slow a million times."""
    scenario, dice = SCENARIOS[words], Random(f"{words}/{number}")  # noqa: S311 (made-up records, no secret)
    measures = Measures(dice, lambda name: dice)
    medicines = {medicine.name: f"{medicine.name} {medicine.dosage}" for medicine in reversed(scenario.medicines)}
    tests = "; ".join(f"{type_of_test}: {results}" for type_of_test, results in scenario.tests + scenario.first_tests)
    return (
        dice.choice(scenario.signs).format_map(measures),
        scenario.diagnosis,
        "; ".join(reversed(medicines.values())) or None,
        tests.format_map(measures) or None,
        dice.choice(scenario.notes),
    )
