"""Who tolerates what not, and what they tell of themselves: asked at the first visit, and of a few never."""

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
SMOKING = ("never", "never", "never", "never", "unknown")
FAMILY = (
    ("mother", "breast cancer", 58), ("father", "heart attack", 61), ("father", "type 2 diabetes", 54),
    ("mother", "hypertension", None), ("grandmother", "stroke", 77), ("brother", "asthma", 7),
)  # fmt: skip
GROWN = 18  # and so alive at any of the operations below
OPERATIONS = ("tonsillectomy", "appendectomy", "grommets", "repair of an inguinal hernia")
SOCIAL = (
    ("living", "Lives with family."),
    ("exercise", "Walks most days."),
    ("exercise", "Little exercise."),
    ("living", "Lives on the second floor, with a lift."),
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
    tell(practice, practice.dice("history", visit.person.id), visit, moment)
    chance = dice.random()
    if chance < HAS_SOME:
        for kind in dice.sample(ALLERGIES, dice.choice((1, 1, 1, 2, 2, 5))):
            know_of(practice, dice, visit, moment, kind)
    elif chance < HAS_NONE:
        practice.writer.add(
            "AllergyStatement",
            allergy_statement_id=practice.new_id("AllergyStatement"),
            patient_id=visit.person.id,
            visit_id=visit.id,
            answer="none_known",
            stated_at=moment,
        )


def know_of(practice, dice, visit, moment, of):
    substance, kind, category, reactions = of
    reaction = dice.choice(reactions)
    practice.writer.add(
        "Allergy", allergy_id=practice.new_id("Allergy"), patient_id=visit.person.id, visit_id=visit.id,
        kind=kind, category=category, substance=substance,
        reaction=reaction, severity=GRAVE.get(reaction, "mild"),
        certainty=dice.choice(("confirmed", "confirmed", "suspected")), verified_at=moment, recorded_at=moment,
    )  # fmt: skip


def tell(practice, dice, visit, moment):
    """What most tell at the first visit: whether they smoke, and now and then of family and operations."""
    person = {"patient_id": visit.person.id, "visit_id": visit.id, "recorded_at": moment}
    if dice.random() < 0.8:
        add(practice, "SmokingStatus", "smoking_status_id", status=dice.choice(SMOKING), **person)
    if dice.random() < 0.4:
        relation, illness, age = dice.choice(FAMILY)
        family = {"relation": relation, "illness": illness, "age_at_onset": age}
        add(practice, "FamilyHistory", "family_history_id", **family, **person)
    if visit.person.born and visit.person.age(visit.date) >= GROWN and dice.random() < 0.25:
        add(practice, "SurgicalHistory", "surgical_history_id", **operation(dice, visit), **person)
    if dice.random() < 0.5:
        kind, words = dice.choice(SOCIAL)
        add(practice, "SocialHistory", "social_history_id", kind=kind, words=words, **person)


def operation(dice, visit):
    """One of some years ago, of which the year alone is known."""
    done_on = visit.date.replace(year=visit.date.year - dice.randint(1, 8), month=1, day=1)
    return {"operation": dice.choice(OPERATIONS), "done_on_precision": "year", "done_on": done_on.isoformat()}


def add(practice, table, key, **columns):
    practice.writer.add(table, **{key: practice.new_id(table)}, **columns)
