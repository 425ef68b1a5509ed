"""Clinical records, prescriptions and tests from FHIR.

A visit's conditions, procedures, vaccines and vital signs become the text of its one clinical record;
laboratory results, surveys and other observations become tests.
"""

from clinical.models import ClinicalRecord, Prescription, Test
from emr_site.fhir.elements import day, quantity, reference, result, words
from emr_site.fhir.registry import at_the_end_of_a_file, reads
from reception.models import Patient, Provider, Visit

PERIODS = {"h": "hour", "d": "day", "wk": "week", "mo": "month"}


def gather(resource, context, column, line):
    """Keep a line for the clinical record of the resource's visit."""
    visit_id = context.need(reference(resource.get("encounter")), Visit)
    if line not in context.gathered[visit_id][column]:
        context.gathered[visit_id][column].append(line)
    return True


@reads("Condition")
def read_condition(resource, context):
    return gather(resource, context, "discharge_diagnosis", words(resource.get("code")))


@reads("Procedure")
def read_procedure(resource, context):
    return gather(resource, context, "tests_and_procedures", words(resource.get("code")))


@reads("Immunization")
def read_immunization(resource, context):
    return gather(resource, context, "tests_and_procedures", f"Vaccine: {words(resource.get('vaccineCode'))}")


@reads("Observation")
def read_observation(resource, context):
    found, name = result(resource), words(resource.get("code"))
    categories = {coding.get("code") for each in resource.get("category", []) for coding in each.get("coding", [])}
    if categories & {"vital-signs", "vital-sign"}:
        return gather(resource, context, "notes", f"{name} {found}")
    if context.find(resource["id"], Test):
        context.known["Observation"] += 1
        return None
    visit_id = context.need(reference(resource.get("encounter")), Visit)
    when = day(resource.get("effectiveDateTime"))
    test = Test.objects.create(visit_id=visit_id, type=name[:255], results=found or None, date=when)
    context.remember(resource["id"], test)
    return test


def dosage(resource):
    """The dose in words, as far as the sender says it: "1, once a day", "when required"."""
    instruction = next(iter(resource.get("dosageInstruction", [])), {})
    rate = next(iter(instruction.get("doseAndRate", [])), {})
    dose = quantity(rate["doseQuantity"]) if "doseQuantity" in rate else ""
    repeat = instruction.get("timing", {}).get("repeat", {})
    often = ""
    if repeat.get("frequency"):
        period = PERIODS.get(repeat.get("periodUnit"), "day")
        often = f"{repeat['frequency']} × every {repeat.get('period', 1)} {period}"
    required = "when required" if instruction.get("asNeededBoolean") else ""
    return ", ".join(part for part in (dose, often, required) if part)[:100] or None


@reads("MedicationRequest")
def read_medication_request(resource, context):
    if context.find(resource["id"], Prescription):
        context.known["MedicationRequest"] += 1
        return None
    visit = Visit.objects.get(pk=context.need(reference(resource.get("encounter")), Visit))
    authored = day(resource.get("authoredOn")) or visit.date
    requester = reference(resource.get("requester"))
    prescription = Prescription.objects.create(
        patient_id=context.need(reference(resource["subject"]), Patient),
        visit=visit,
        provider_id=context.find(requester, Provider) or visit.provider_id,
        medication=words(resource.get("medicationCodeableConcept"))[:255],
        dosage=dosage(resource),
        prescribed_on=authored,
        # FHIR says that an order has stopped, not when; shown as current it would be a danger.
        ended_on=None if resource.get("status") in {"active", "on-hold", "draft"} else authored,
    )
    context.remember(resource["id"], prescription)
    context.gathered[visit.pk]["prescriptions"].append(prescription.medication)
    return prescription


@at_the_end_of_a_file
def write_clinical_records(context):
    """One record for each visit that had anything to record and has none yet."""
    recorded = set(
        ClinicalRecord.objects.filter(visit_id__in=list(context.gathered)).values_list("visit_id", flat=True)
    )
    for visit_id, columns in context.gathered.items():
        if visit_id not in recorded:
            texts = {column: "\n".join(lines) for column, lines in columns.items()}
            ClinicalRecord.objects.create(visit_id=visit_id, **texts)
            context.mapped["(clinical records)"] += 1
