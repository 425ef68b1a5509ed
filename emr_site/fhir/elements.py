"""Small readings of FHIR data types."""

import re
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

from emr_site.fhir.registry import Skip

# SNOMED CT says in brackets what kind of thing a term is; people who read charts do not.
SEMANTIC_TAG = re.compile(
    r" \((?:disorder|finding|procedure|situation|event|morphologic abnormality|regime/therapy|observable entity"
    r"|qualifier value|substance|product|physical object|person|environment|record artifact)\)$"
)
UNITS = {
    "mm[Hg]": "mmHg",
    "Cel": "°C",
    "[degF]": "°F",
    "10*3/uL": "10³/µL",
    "10*6/uL": "10⁶/µL",
    "kg/m2": "kg/m²",
    "mL/min/{1.73_m2}": "mL/min/1.73 m²",
    "(score)": "",
    "1": "",
}
SYSTOLIC, DIASTOLIC = "8480-6", "8462-4"  # LOINC


def words(concept):
    """A CodeableConcept in words, else its first code; empty when it says nothing."""
    concept = concept or {}
    codings = concept.get("coding", [])
    said = [concept.get("text"), *(coding.get("display") for coding in codings), *(c.get("code") for c in codings)]
    return SEMANTIC_TAG.sub("", next((each for each in said if each), "").strip())


def is_finding(concept):
    """Whether SNOMED CT calls the concept a finding: what was seen or felt, rather than what it was."""
    said = [(concept or {}).get("text"), *(coding.get("display") for coding in (concept or {}).get("coding", []))]
    return any((each or "").endswith(" (finding)") for each in said)


def codes(concept):
    return {coding.get("code") for coding in (concept or {}).get("coding", [])}


def reference(element):
    return (element or {}).get("reference", "")


def moment(text):
    """An aware datetime from a FHIR dateTime or instant, with the sender's offset; raises Skip for what is none."""
    try:
        parsed = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        raise Skip("a moment in time is missing or unclear") from None
    return parsed if timezone.is_aware(parsed) else timezone.make_aware(parsed)


def day(text):
    """The clinic's calendar day of a FHIR date or dateTime, or None; raises Skip for a year or a month alone."""
    if not text:
        return None
    try:
        return date.fromisoformat(text) if len(text) <= 10 else timezone.localtime(moment(text)).date()
    except ValueError:
        raise Skip("a date is not a full date") from None


def quantity(element):
    """A Quantity as people write it: "< 0.01 ng/mL".

    Two decimals, and below 1 three significant digits, so that a small result never reads as none at all.
    """
    value = Decimal(str(element["value"]))
    places = 2 if abs(value) >= 1 or not value else 2 - value.adjusted()
    unit = element.get("unit") or element.get("code") or ""
    unit = UNITS.get(unit, "" if re.fullmatch(r"\{.*\}", unit) else unit)
    number = f"{round(value, places).normalize():f}"
    return " ".join(part for part in (element.get("comparator"), number, unit) if part)


def blood_pressure(components):
    """ "130/75 mmHg", or None where the components are not just these two."""
    parts = {code: part.get("valueQuantity") for part in components for code in codes(part.get("code"))}
    if len(components) != 2 or not parts.get(SYSTOLIC) or not parts.get(DIASTOLIC):
        return None
    # Nobody measures it finer than whole millimetres.
    upper, lower = (round(Decimal(str(parts[code]["value"]))) for code in (SYSTOLIC, DIASTOLIC))
    return f"{upper}/{lower} {UNITS['mm[Hg]']}"


def result(observation):
    """What an Observation or one component of it found, in words; empty when it says nothing."""
    if "component" in observation:
        components = observation["component"]
        parts = (f"{words(part.get('code'))}: {result(part)}" for part in components)
        return blood_pressure(components) or "; ".join(parts)
    if "valueQuantity" in observation:
        return quantity(observation["valueQuantity"])
    if "valueBoolean" in observation:
        return "yes" if observation["valueBoolean"] else "no"
    if "valueDateTime" in observation:
        return f"{day(observation['valueDateTime']):%d-%b-%Y}"
    for kind in ("valueCodeableConcept", "dataAbsentReason"):
        if kind in observation:
            return words(observation[kind])
    plain = (observation[kind] for kind in ("valueString", "valueInteger", "valueTime") if kind in observation)
    return str(next(plain, ""))


def has_unread_value(observation):
    """Whether it has a value of a type that `result` does not read, such as a waveform."""
    return not result(observation) and any(key.startswith("value") for key in observation)
