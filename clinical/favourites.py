"""What is one press away at a visit: what a clinician has marked with a star, then what is ordered lately and most.

A star is a row. The rest is counted from the newest alone, and stored nowhere.
"""

from collections import Counter, defaultdict

from clinical.models import Favourite
from emr_site.refusals import code_of_refusal
from emr_site.rows import rows

SHOWN, MOST_STARRED = 6, 12
ALREADY = dict.fromkeys(
    ("favourite_medicine_once", "favourite_test_once", "favourite_diagnosis_once"),
    (None, "This is a favourite of yours already."),
)
# What was done this many acts ago counts half as much as the last: the habits of today come before those of last year.
HALF = 20
SHORTEST, MOST_FOUND = 2, 12
# The newest alone: what somebody ordered years ago is no habit, and a long career costs no more than a short one.
MEDICINES = """
SELECT medication, dosage, instructions
  FROM `Prescription` WHERE provider_id = %s ORDER BY prescription_id DESC LIMIT 300"""
TESTS = """
SELECT t.type
  FROM (SELECT visit_id FROM `Visit` WHERE provider_id = %s ORDER BY date DESC, time DESC LIMIT 300) AS v
  JOIN `Test` AS t ON t.visit_id = v.visit_id ORDER BY t.test_id DESC"""
DIAGNOSES = """
SELECT p.icd10_code AS code, c.title
  FROM (SELECT visit_id FROM `Visit` WHERE provider_id = %s ORDER BY date DESC, time DESC LIMIT 300) AS v
  JOIN `VisitDiagnosis` AS d ON d.visit_id = v.visit_id AND d.removed_at IS NULL
  JOIN `Problem` AS p ON p.problem_id = d.problem_id
  JOIN `Icd10Code` AS c ON c.icd10_code = p.icd10_code ORDER BY d.visit_diagnosis_id DESC"""
# How each medicine is given most here; by use, and the last use among equals. The instructions are those of the last.
LIKE = """
SELECT f.medication, f.dosage, p.instructions
  FROM (SELECT medication, dosage, COUNT(*) AS uses, MAX(prescription_id) AS last_id
          FROM `Prescription` WHERE medication LIKE %s GROUP BY medication, dosage
         ORDER BY uses DESC, last_id DESC LIMIT 12) AS f
  JOIN `Prescription` AS p ON p.prescription_id = f.last_id ORDER BY f.uses DESC, f.last_id DESC"""


def keep(favourite):
    """Write a new star; where it is already it stays, so that to press twice is to press once."""
    code_of_refusal(lambda: favourite.save(force_insert=True), ALREADY)


def take_back(favourite):
    Favourite.objects.filter(pk=favourite.pk)._raw_delete("default")


def kept_by(user):
    """What this person has starred, by kind, in the order in which they did; one query."""
    kept = {kind: [] for kind in Favourite.Kind.values}
    for favourite in Favourite.objects.of(user).select_related("icd10_code").order_by("id"):
        kept[favourite.kind].append(favourite)
    return kept


def stars_first(favourites, usual):
    """What is offered: the starred, who keep their places, then what is usual and not among them."""
    starred = [favourite.offer for favourite in favourites[:MOST_STARRED]]
    known = set(map(in_any_case, starred))
    others = [offer for offer in usual if in_any_case(offer) not in known]
    return [offer | {"is_starred": True} for offer in starred] + others


def in_any_case(offer):
    """Offers are the same as the database has it: whatever their case, and blanks at the end."""
    return tuple((text or "").rstrip().casefold() for text in offer.values())


def told_apart(medicines):
    """Where two are of one name and dose, both say how they are taken: a press prescribes at once."""
    alike = Counter((each["medication"], each["dosage"]) for each in medicines)
    return [each | {"is_alike": alike[each["medication"], each["dosage"]] > 1} for each in medicines]


def lately_and_most(found, shown):
    """The different rows of `found`, which comes newest first: each counts the more the newer it is."""
    weights = defaultdict(float)
    for nth, row in enumerate(found):
        weights[tuple((name, value or "") for name, value in row.items())] += 0.5 ** (nth / HALF)
    return [dict(row) for row in sorted(weights, key=weights.get, reverse=True)[:shown]]


def medicines_of(provider_id):
    """The prescriptions that this provider writes lately and most, as medication, dosage and instructions."""
    return lately_and_most(rows(MEDICINES, [provider_id]), SHOWN)


def tests_of(provider_id):
    """The kinds of test that are ordered lately and most at this provider's visits."""
    return [row["type"] for row in lately_and_most(rows(TESTS, [provider_id]), SHOWN)]


def diagnoses_usual_to(provider_id):
    """The codes and titles recorded lately and most at this provider's visits: enough to leave out the known."""
    return lately_and_most(rows(DIAGNOSES, [provider_id]), 2 * SHOWN)


def medicines_like(typed):
    """At most 12 medicines with their dose that begin as typed, by use in this clinic; none for a single letter."""
    if len(typed) < SHORTEST:
        return []
    pattern = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return [{name: value or "" for name, value in row.items()} for row in rows(LIKE, [f"{pattern}%"])]
