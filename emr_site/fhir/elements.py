"""Small readings of FHIR data types."""

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

from emr_site.fhir.registry import Skip


def words(concept):
    """A CodeableConcept in words."""
    concept = concept or {}
    displays = (coding.get("display") for coding in concept.get("coding", []))
    return concept.get("text") or next((display for display in displays if display), "") or ""


def reference(element):
    return (element or {}).get("reference", "")


def moment(text):
    """An aware datetime from a FHIR dateTime or instant; raises Skip for what is none."""
    try:
        parsed = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        raise Skip(f"“{text}” is not a moment in time") from None
    return parsed if timezone.is_aware(parsed) else timezone.make_aware(parsed)


def day(text):
    """The clinic's calendar day of a FHIR date or dateTime, or None."""
    if not text:
        return None
    try:
        return date.fromisoformat(text) if len(text) == 10 else timezone.localtime(moment(text)).date()
    except ValueError:
        raise Skip(f"“{text}” is not a date") from None


def quantity(element):
    """A Quantity as people write it: no trailing zeros, at most two decimals, the unit after a space."""
    value = round(Decimal(str(element["value"])), 2).normalize()
    return f"{value:f} {element.get('unit') or element.get('code') or ''}".strip()


def result(observation):
    """What an Observation found, in words; empty when it says nothing."""
    if "valueQuantity" in observation:
        return quantity(observation["valueQuantity"])
    if "valueCodeableConcept" in observation:
        return words(observation["valueCodeableConcept"])
    if "component" in observation:
        parts = (f"{words(part.get('code'))} {result(part)}" for part in observation["component"])
        return "; ".join(parts)
    return str(observation.get("valueString", ""))
