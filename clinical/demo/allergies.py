"""Who tolerates what not: asked at a patient's first visit, and of a few never."""

ALLERGIES = (
    ("penicillin", "substance", "medicine", ("rash", "swollen lips", "hives")),
    ("sulfonamides", "class", "medicine", ("rash",)),
    ("NSAIDs", "class", "medicine", ("wheeze", "stomach pain")),
    ("codeine", "substance", "medicine", ("vomiting", "itch")),
    ("latex", "substance", "other", ("contact dermatitis",)),
    ("peanut", "substance", "food", ("swollen lips", "anaphylaxis")),
    ("shellfish", "class", "food", ("hives",)),
    ("birch pollen", "substance", "environment", ("runny nose", "itchy eyes")),
    ("bee venom", "substance", "environment", ("large local swelling", "anaphylaxis")),
)
GRAVE = {"anaphylaxis": "severe", "swollen lips": "severe", "wheeze": "severe", "hives": "moderate"}
HAS_SOME, HAS_NONE = 0.3, 0.85


def ask(practice, visit, moment):
    """Write down what a patient answers the first time; three of ten know of something, some were never asked."""
    asked = practice.shelf.setdefault("asked of allergies", set())
    if visit.person.id in asked:
        return
    asked.add(visit.person.id)
    dice = practice.dice("allergies", visit.person.id)
    chance = dice.random()
    if chance < HAS_SOME:
        for kind in dice.sample(ALLERGIES, dice.choice((1, 1, 1, 2, 2, 5))):
            know_of(practice, dice, visit, moment, kind)
    elif chance < HAS_NONE:
        practice.writer.add(
            "AllergyStatement", patient_id=visit.person.id, visit_id=visit.id, answer="none_known", stated_at=moment
        )


def know_of(practice, dice, visit, moment, of):
    substance, kind, category, reactions = of
    reaction = dice.choice(reactions)
    practice.writer.add(
        "Allergy", patient_id=visit.person.id, visit_id=visit.id, kind=kind, category=category, substance=substance,
        reaction=reaction, severity=GRAVE.get(reaction, "mild"),
        certainty=dice.choice(("confirmed", "confirmed", "suspected")), verified_at=moment, recorded_at=moment,
    )  # fmt: skip
