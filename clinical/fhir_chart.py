"""From FHIR into the parts of the chart that stand beside the records: problems, allergies, operations, vital signs,
smoking.

A second run finds each of them there and adds nothing.
"""

import re
from decimal import Decimal

from clinical.messages import MESSAGES
from clinical.models import Allergy, Problem, SmokingStatus, SurgicalHistory, VitalSigns
from clinical.vitals.units import measured
from emr_site.fhir.elements import codes, day, moment, reference, words
from emr_site.refusals import code_of_refusal
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
ABOUT = re.compile(r"^allergy to (?:the )?|\s+allergy$", re.IGNORECASE)
# What an operation is called; SNOMED's procedures are as often an examination, an injection or a talk.
OPERATION = re.compile(
    r"ectomy\b|plasty\b|grafting\b|\btransplant|\bresection|\bcesarean|\bligation|\bsurgery\b|\bremoval of gall"
    r"|\bcoronary intervention|\bablation|defibrillator|pacemaker",
    re.IGNORECASE,
)
NO_OPERATION = re.compile(r"^(admission|physical exam|counseling)", re.IGNORECASE)
CATEGORIES = {"food": "food", "medication": "medicine", "environment": "environment"}


def list_problem(resource, context):
    """Put a condition on the patient's list, uncoded unless ours; one that came again is active again, or resolved
    later."""
    patient = Patient.objects.get(pk=context.need(reference(resource.get("subject")), Patient))
    name = words(resource.get("code"))[:255]
    since, until = day(resource.get("onsetDateTime")), day(resource.get("abatementDateTime"))
    since = max(since, patient.date_of_birth) if since and patient.date_of_birth else since
    is_over = bool(codes(resource.get("clinicalStatus")) & {"resolved", "remission", "inactive"})
    until = max(until or since, since) if is_over and since else None
    known = Problem.objects.live().filter(patient=patient, description=name).first()
    if known is None:
        told = {"onset_on": since, "onset_as": since and since.isoformat()}
        over = {"status": Problem.Status.RESOLVED, "resolved_on": until} if until else {}
        Problem.objects.create(patient=patient, description=name, **told, **over)
    elif until and known.resolved_on and until > known.resolved_on:
        Problem.objects.filter(pk=known.pk).update(resolved_on=until)
    elif not is_over and known.resolved_on and (since is None or since >= known.resolved_on):
        Problem.objects.filter(pk=known.pk).update(status=Problem.Status.ACTIVE, resolved_on=None)


def allergy_of(resource, context):
    """A new row for an AllergyIntolerance; None where the patient's list has the substance already."""
    patient_id = context.need(reference(resource.get("patient")), Patient)
    substance = ABOUT.sub("", words(resource.get("code")))[:150].strip()
    if Allergy.objects.live().filter(patient_id=patient_id, substance=substance).exists():
        return None
    doubt = codes(resource.get("verificationStatus"))
    reaction = next(iter(resource.get("reaction", [])), {})
    said = ", ".join(filter(None, map(words, reaction.get("manifestation", []))))
    recorded = moment(resource["recordedDate"]) if resource.get("recordedDate") else None
    return Allergy.objects.create(
        patient_id=patient_id,
        category=next((CATEGORIES[each] for each in resource.get("category", []) if each in CATEGORIES), "other"),
        substance=substance,
        reaction=said[:255] or None,
        severity=reaction.get("severity"),
        certainty="refuted" if "refuted" in doubt else "confirmed" if "confirmed" in doubt else "suspected",
        **({"verified_at": recorded} if recorded else {}),
    )


def list_operation(resource, context):
    """Put an operation among the patient's, once; what else a Procedure may be stands in the visit's record alone."""
    name = words(resource.get("code"))[:150]
    if not OPERATION.search(name) or NO_OPERATION.match(name):
        return
    patient_id = context.need(reference(resource.get("subject")), Patient)
    done = day(resource.get("performedDateTime") or resource.get("performedPeriod", {}).get("start"))
    known = SurgicalHistory.objects.live().filter(patient_id=patient_id, operation=name, done_on=done)
    if not known.exists():
        precision = SurgicalHistory.Precision.DAY if done else None
        SurgicalHistory.objects.create(patient_id=patient_id, operation=name, done_on=done, done_on_precision=precision)


def vital_sign(resource):
    """{column: value} of one Observation of vital signs; empty for a measure that has no column."""
    code = next(iter(codes(resource.get("code")) & {*MEASURES, *COUNTED, "55284-4", "85354-9"}), None)
    value = resource.get("valueQuantity", {})
    if code in COUNTED and "value" in value:
        return {COUNTED[code]: round(Decimal(str(value["value"])))}
    if code in MEASURES and "value" in value:
        measure, column = MEASURES[code]
        number = f"{round(Decimal(str(value['value'])), 3).normalize():f}"
        unit = value.get("code") or value.get("unit") or ""
        found = measured(measure, f"{number} {UNITS.get(unit, unit)}")
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
    if found := vital_sign(resource):
        context.kept[VitalSigns, visit_id].append((resource.get("effectiveDateTime"), found))
    if status := smoking(resource):
        patient_id = context.need(reference(resource.get("subject")), Patient)
        context.kept[SmokingStatus, patient_id].append((resource.get("effectiveDateTime") or "", status))


def write_kept(context):
    """One set of vital signs for each visit that has none, and the last word on smoking where none stands."""
    sets = {key: told for (model, key), told in context.kept.items() if model is VitalSigns}
    had = set(VitalSigns.objects.filter(visit_id__in=list(sets)).values_list("visit_id", flat=True))
    for visit_id, visit in Visit.objects.in_bulk(set(sets) - had).items():
        write_vital_signs(context, visit, sets[visit_id])
    last = {key: max(told)[1] for (model, key), told in context.kept.items() if model is SmokingStatus}
    told = SmokingStatus.objects.filter(patient_id__in=list(last), voided_at=None, replaced_at=None)
    for patient_id in set(last) - set(told.values_list("patient_id", flat=True)):
        SmokingStatus.objects.create(patient_id=patient_id, status=last[patient_id])


def write_vital_signs(context, visit, told):
    """What cannot be, or not at that age, is left to the words of the record, and noted."""
    columns = {name: value for _, found in told for name, value in found.items()}
    taken_at = moment(max(when for when, _ in told if when))

    def write():
        VitalSigns.objects.create(patient_id=visit.patient_id, visit=visit, taken_at=taken_at, **columns)

    if code_of_refusal(write, MESSAGES):
        context.tally.noted["Observation", "a measurement that cannot be at that age"] += 1
