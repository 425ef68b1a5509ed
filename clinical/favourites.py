"""What a clinician orders most, for one press: counted from what they have ordered last, and stored nowhere."""

from collections import Counter

from emr_site.rows import rows

SHOWN = 5
# The newest alone: what somebody ordered years ago is no habit, and a long career costs no more than a short one.
MEDICINES = """
SELECT medication, dosage, instructions
  FROM `Prescription` WHERE provider_id = %s ORDER BY prescription_id DESC LIMIT 300"""
TESTS = """
SELECT t.type
  FROM (SELECT visit_id FROM `Visit` WHERE provider_id = %s ORDER BY date DESC, time DESC LIMIT 300) AS v
  JOIN `Test` AS t ON t.visit_id = v.visit_id"""


def medicines_of(provider_id):
    """The prescriptions that this provider writes most, as medication, dosage and instructions; most often first."""
    found = rows(MEDICINES, [provider_id])
    counted = Counter((row["medication"], row["dosage"] or "", row["instructions"] or "") for row in found)
    names = ("medication", "dosage", "instructions")
    return [dict(zip(names, order, strict=True)) for order, _ in counted.most_common(SHOWN)]


def tests_of(provider_id):
    """The kinds of test that are ordered most at this provider's visits."""
    return [kind for kind, _ in Counter(row["type"] for row in rows(TESTS, [provider_id])).most_common(SHOWN)]
