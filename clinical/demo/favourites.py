"""What the demonstration's doctor has starred, one each working day."""

from clinical.demo.problems import CODES
from clinical.demo.scenarios import SCENARIOS
from clinical.demo.signed import DOCTOR

# By the story in which each is prescribed.
MEDICINES = (("High blood pressure review", "ramipril"), ("Sore throat", "phenoxymethylpenicillin"))
TESTS = ("HbA1c", "Urea and electrolytes")
DIAGNOSES = ("Essential hypertension", "Seasonal allergic rhinitis")
FIRST_DAY, MINUTE = -40, 16 * 60


def star(practice):
    """Diagnoses only where the list of codes is loaded."""
    for story, name in MEDICINES:
        medicine = next(each for each in SCENARIOS[story].medicines if each.name == name)
        told = {"medication": name, "dosage": medicine.dosage, "instructions": medicine.instructions}
        keep(practice, "medicine", **told)
    for name in TESTS:
        keep(practice, "test", test_type=name)
    for code in (CODES[each] for each in DIAGNOSES):
        if code in practice.shelf["icd10 titles"]:
            keep(practice, "diagnosis", icd10_code=code)


def keep(practice, kind, **columns):
    favourite_id = practice.new_id("Favourite")
    practice.writer.add(
        "Favourite", favourite_id=favourite_id, user_id=practice.shelf["users"][DOCTOR], kind=kind,
        created_at=practice.moment(practice.day(FIRST_DAY + favourite_id), MINUTE), **columns,
    )  # fmt: skip
