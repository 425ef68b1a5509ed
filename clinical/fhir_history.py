"""From FHIR into the history of a patient: operations, and illnesses of the family."""

import re

from clinical.models import FamilyHistory, SurgicalHistory
from emr_site.fhir.elements import codes, day, reference, words
from emr_site.fhir.registry import Skip
from reception.models import Patient

# What an operation is called; SNOMED's procedures are as often an examination, an injection or a talk.
OPERATION = re.compile(
    r"ectomy\b|plasty\b|grafting\b|\btransplant|\bresection|\bcesarean|\bligation|\bsurgery\b|\bremoval of gall"
    r"|\bextraction of (?:\w+ )*(?:tooth|teeth)\b|\bsurgical\b"
    r"|\bcoronary intervention|\bablation|defibrillator|pacemaker",
    re.IGNORECASE,
)
NO_OPERATION = re.compile(r"^(admission|physical exam|counseling)", re.IGNORECASE)
# HL7's codes of relatives, without the letter that tells the mother's side from the father's.
RELATIVES = {
    "MTH": "mother", "FTH": "father", "SIS": "sister", "BRO": "brother", "DAU": "daughter", "DAUC": "daughter",
    "SON": "son", "SONC": "son", "GRMTH": "grandmother", "GRFTH": "grandfather", "AUNT": "aunt", "UNCLE": "uncle",
    "COUSN": "cousin",
}  # fmt: skip
SIDES = re.compile(r"^[MPN](?=[A-Z]{3})")


def list_operation(resource, context):
    """The new row for an operation; None for one that is there, and for what else a Procedure may be."""
    name = words(resource.get("code"))[:150]
    if not OPERATION.search(name) or NO_OPERATION.match(name):
        return None
    patient_id = context.need(reference(resource.get("subject")), Patient)
    done = day(resource.get("performedDateTime") or resource.get("performedPeriod", {}).get("start"))
    known = SurgicalHistory.objects.live().filter(patient_id=patient_id, operation=name, done_on=done)
    if known.exists():
        return None
    told = {"operation": name, "done_on": done, "done_on_precision": SurgicalHistory.Precision.DAY if done else None}
    return SurgicalHistory.objects.create(patient_id=patient_id, **told)


def family_history(resource, context):
    """A row for each illness of a relative; returns the first."""
    patient_id = context.need(reference(resource.get("patient")), Patient)
    who = relation(resource.get("relationship"))
    rows = [
        FamilyHistory.objects.create(patient_id=patient_id, relation=who, **illness(each))
        for each in resource.get("condition", [])
        if words(each.get("code"))
    ]
    if not rows:
        raise Skip("it names no illness")
    return rows[0]


def relation(concept):
    short = (RELATIVES.get(code) or RELATIVES.get(SIDES.sub("", code)) for code in codes(concept) if code)
    said = words(concept).lower()
    return next(filter(None, short), said if said in FamilyHistory.Relation.values else FamilyHistory.Relation.OTHER)


def illness(condition):
    age = condition.get("onsetAge", {})
    years = age.get("value") if age.get("code", "a") == "a" else None
    return {
        "illness": words(condition.get("code"))[:150],
        "age_at_onset": None if years is None else int(years),
        "died_of_it": condition.get("contributedToDeath", False),
        "note": "\n".join(each["text"] for each in condition.get("note", []) if each.get("text")) or None,
    }
