"""From FHIR onto the list of allergies: what does harm, what no longer does, and that none is known."""

import re

from django.utils import timezone

from clinical.messages import MESSAGES
from clinical.models import Allergy, AllergyStatement
from clinical.snomed import NO_KNOWN_ALLERGY
from emr_site.fhir.elements import codes, day, moment, reference, words
from emr_site.fhir.registry import Known, Skip
from emr_site.refusals import code_of_refusal
from reception.models import Patient

ABOUT = re.compile(r"^allerg(?:y|ic) to (?:the )?|\s+allergy$", re.IGNORECASE)
NONE = re.compile(r"(no known|no|nil known|denies) (history of )?allerg(y|ies)|none( known)?|nil|nka", re.IGNORECASE)
NONE_OF_A_KIND = re.compile(r"no known\b.*|no (history of )?\w+ allerg\w*|nk[df]a", re.IGNORECASE)
CATEGORIES = {"food": "food", "medication": "medicine", "environment": "environment"}
CERTAINTY = {"confirmed": "confirmed", "refuted": "refuted"}
GRAVEST = ("severe", "moderate", "mild")
OVER = {"resolved", "inactive"}


def allergy_of(resource, context):
    """The new row for an AllergyIntolerance, or for the answer that none is known; raises Known, or Skip."""
    patient_id = context.need(reference(resource.get("patient")), Patient)
    name = words(resource.get("code")).strip(" .")
    if NO_KNOWN_ALLERGY in codes(resource.get("code")) or NONE.fullmatch(name):
        return none_known(resource, patient_id, context)
    if NONE_OF_A_KIND.fullmatch(name):
        # To say that none is known at all would be more than anybody has said.
        raise Skip("it says of one kind of substances alone that no allergy is known")
    row = Allergy(patient_id=patient_id, substance=ABOUT.sub("", name)[:150].strip(), **told(resource))
    refused = code_of_refusal(row.save, MESSAGES)
    if refused == "allergy_recorded_once":
        raise Known
    if refused:
        raise Skip(f"refused by the rule {refused}")
    return row


def none_known(resource, patient_id, context):
    if context.find(resource["id"], AllergyStatement):
        raise Known
    if OVER & codes(resource.get("clinicalStatus")) or "refuted" in codes(resource.get("verificationStatus")):
        raise Skip("it says no longer that no allergy is known")
    said = {"answer": AllergyStatement.Answer.NONE_KNOWN, "stated_at": recorded(resource)}
    row = AllergyStatement(patient_id=patient_id, **said)
    if code_of_refusal(row.save, {"allergies_are_recorded": MESSAGES["allergies_are_recorded"]}):
        raise Skip("it says that no allergy is known, and one is recorded")
    return row


def told(resource):
    """Nobody here has verified it; when it was over, the sender does not say."""
    reactions = resource.get("reaction", [])
    manifest = [words(each) for reaction in reactions for each in reaction.get("manifestation", [])]
    severities = {reaction.get("severity") for reaction in reactions}
    is_over = OVER & codes(resource.get("clinicalStatus"))
    return {
        "category": next((CATEGORIES[each] for each in resource.get("category", []) if each in CATEGORIES), "other"),
        "reaction": ", ".join(dict.fromkeys(filter(None, manifest)))[:255] or None,
        "severity": next((each for each in GRAVEST if each in severities), None),
        "certainty": next(
            (CERTAINTY[each] for each in CERTAINTY if each in codes(resource.get("verificationStatus"))), "suspected"
        ),
        "onset": onset(resource),
        "note": "\n".join(notes(resource, is_over)) or None,
        "recorded_at": recorded(resource),
        "ended_at": recorded(resource) if is_over else None,
        **coded(resource.get("code")),
    }


def notes(resource, is_over):
    """What has no column: how dangerous the sender thinks it, and what was written beside."""
    if resource.get("criticality") in ("high", "unable-to-assess"):
        yield f"Criticality: {resource['criticality'].replace('-', ' ')}."
    if resource.get("type") == "intolerance":
        yield "An intolerance, no allergy."
    if resource.get("lastOccurrence"):
        yield f"Last occurred {resource['lastOccurrence'][:10]}."
    if is_over:
        yield "No longer so, from a day that was not recorded."
    yield from (each["text"] for each in resource.get("note", []) if each.get("text"))


def onset(resource):
    age = resource.get("onsetAge", {})
    at_age = f"at {age['value']} {age.get('unit', 'years')}" if "value" in age else None
    # As much of the day as is known.
    return (resource.get("onsetString") or (resource.get("onsetDateTime") or "")[:10] or at_age or "")[:60] or None


def coded(concept):
    """The first code whose system is told."""
    for each in (concept or {}).get("coding", []):
        if each.get("code") and each.get("system") and len(each["code"]) <= 30 and len(each["system"]) <= 60:
            return {"code": each["code"], "code_system": each["system"]}
    return {}


def recorded(resource):
    return moment(resource["recordedDate"]) if day(resource.get("recordedDate")) else timezone.now()
