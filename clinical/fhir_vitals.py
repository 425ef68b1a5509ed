"""From FHIR into the measurements of a visit and whether a patient smokes: kept to the end of a file, then written."""

from decimal import Decimal

from django.utils import timezone

from clinical.messages import MESSAGES
from clinical.models import SmokingStatus, VitalSigns
from clinical.vitals.units import Unreadable, measured
from emr_site.fhir.elements import codes, moment, reference, words
from emr_site.fhir.registry import Skip
from emr_site.refusals import refusal_of
from reception.models import Patient, Visit

# LOINC, as the sender's vital signs are coded: the measure, and for a component its column.
MEASURES = {
    "8302-2": ("height", "height_cm"),
    "29463-7": ("weight", "weight_kg"),
    "8310-5": ("temperature", "temperature_c"),
    "8331-1": ("temperature", "temperature_c"),
}
COUNTED = {
    "8867-4": "pulse_per_min",
    "9279-1": "respirations_per_min",
    "2708-6": "spo2_percent",
    "59408-5": "spo2_percent",
    "72514-3": "pain_0_to_10",
}
SYSTOLIC, DIASTOLIC = "8480-6", "8462-4"
UNITS = {"Cel": "°C", "[degF]": "°F", "[lb_av]": "lb", "[in_i]": "in"}
SMOKING_STATUS = "72166-2"
SMOKER = {code: status for status, code in SmokingStatus.SNOMED.items()}
SAID = {"never smoker": "never", "former smoker": "former", "current every day smoker": "every_day"}
PRESSURE = ("systolic", "diastolic", "blood")


def vital_sign(resource):
    """{column: value} of one Observation of vital signs; empty for a measure that has no column, None for no value of
    one that has."""
    code = next(iter(codes(resource.get("code")) & {*MEASURES, *COUNTED, "55284-4", "85354-9"}), None)
    value = resource.get("valueQuantity", {})
    if code in COUNTED and "value" in value:
        return {COUNTED[code]: round(Decimal(str(value["value"])))}
    if code in MEASURES and "value" in value:
        measure, column = MEASURES[code]
        number = f"{round(Decimal(str(value['value'])), 3).normalize():f}"
        unit = value.get("code") or value.get("unit") or ""
        try:
            found = measured(measure, f"{number} {UNITS.get(unit, unit)}")
        except Unreadable:
            return None
        return {column: found.value, f"{measure}_typed": found.typed, f"{measure}_unit": found.unit}
    upper, lower = component(resource, SYSTOLIC), component(resource, DIASTOLIC)
    if upper is None or lower is None:
        return {}
    upper, lower = round(upper), round(lower)
    typed = {"blood_pressure_typed": f"{upper}/{lower}", "blood_pressure_unit": "mmHg"}
    return {"systolic_mmhg": upper, "diastolic_mmhg": lower, **typed}


def component(resource, code):
    """The number of one component of an Observation; None when it has none."""
    found = (each for each in resource.get("component", []) if code in codes(each.get("code")))
    return next(found, {}).get("valueQuantity", {}).get("value")


def smoking(resource):
    """The status that an Observation of smoking tells; None for another Observation."""
    if SMOKING_STATUS not in codes(resource.get("code")):
        return None
    answer = resource.get("valueCodeableConcept")
    known = next((SMOKER[code] for code in codes(answer) if code in SMOKER), None)
    return known or SAID.get(words(answer).lower(), "unknown")


def keep(resource, context, *, visit_id):
    """Keep what an Observation says of vital signs or smoking for the end of the file."""
    found = vital_sign(resource)
    if found is None:
        context.note(resource, "a measurement that is no number in a unit we know")
    when = taken(resource)
    if found and when:
        context.kept[VitalSigns, visit_id].append((when, found))
    if status := smoking(resource):
        patient_id = context.need(reference(resource.get("subject")), Patient)
        context.kept[SmokingStatus, patient_id].append((when or timezone.now(), status))


def taken(resource):
    """When it was observed; None where the sender does not say it to the day."""
    try:
        return moment(resource.get("effectiveDateTime") or resource.get("effectivePeriod", {}).get("start"))
    except Skip:
        return None


def write_kept(context):
    """One set of vital signs for each visit that has none, and the last word on smoking where none stands."""
    sets = {key: told for (model, key), told in context.kept.items() if model is VitalSigns}
    had = set(VitalSigns.objects.filter(visit_id__in=list(sets)).values_list("visit_id", flat=True))
    for visit_id, visit in Visit.objects.in_bulk(set(sets) - had).items():
        write_vital_signs(context, visit, sets[visit_id])
    last = {key: max(told) for (model, key), told in context.kept.items() if model is SmokingStatus}
    told = SmokingStatus.objects.filter(patient_id__in=list(last), voided_at=None, replaced_at=None)
    for patient_id in set(last) - set(told.values_list("patient_id", flat=True)):
        when, status = last[patient_id]
        SmokingStatus.objects.create(patient_id=patient_id, status=status, recorded_at=when)


def write_vital_signs(context, visit, told):
    """What cannot be, or not at that age, is left to the words of the record, and noted; the others go in."""
    columns = {name: value for _, found in told for name, value in found.items()}
    taken_at = max(when for when, _ in told)

    def write():
        VitalSigns.objects.create(patient_id=visit.patient_id, visit=visit, taken_at=taken_at, **columns)

    while columns and (refusal := refusal_of(write, MESSAGES)):
        context.tally.noted["Observation", "a measurement that cannot be at that age"] += 1
        columns = without(columns, refusal[0])


def without(columns, field):
    """The columns of the other measures; none where the refusal speaks of no measure."""
    measure = field.partition("_")[0] if field else ""
    refused = PRESSURE if measure in PRESSURE else (measure,)
    return {name: value for name, value in columns.items() if not name.startswith(refused)}
