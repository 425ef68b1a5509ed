"""Clinical records, prescriptions and tests from FHIR.

A visit's conditions, procedures, vaccines and vital signs become the text of its one clinical record;
laboratory results, surveys and other observations become tests. Conditions also stand on the list of problems.
"""

from clinical import fhir_allergies, fhir_history, fhir_problems, fhir_vitals
from clinical.models import Allergy, ClinicalRecord, FamilyHistory, Prescription, Problem, Test
from emr_site.fhir.elements import codes, day, has_unread_value, is_finding, quantity, reference, result, words
from emr_site.fhir.registry import Known, Skip, at_the_end_of_a_file, reads
from reception.models import Patient, Provider, Visit

TIMES = {1: "once", 2: "twice", 3: "three times", 4: "four times"}
PERIODS = {"s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month", "a": "year"}
CURRENT = {"active", "on-hold"}


def gather(resource, context, column, line):
    """Keep a line for the clinical record of the resource's visit; it is counted when that is written."""
    visit_id = context.need(reference(resource.get("encounter")), Visit)
    if not line:
        raise Skip("it says nothing in words")
    # Not the whole resource: a large file's would fill the memory.
    named = {"resourceType": resource["resourceType"], "id": resource["id"]}
    context.gathered[visit_id].append((named, column, line))


@reads("Condition", into=Problem)
def read_condition(resource, context):
    refuse_doubt(resource, {"entered-in-error", "refuted"})
    patient = Patient.objects.get(pk=context.need(reference(resource.get("subject")), Patient))
    said, at_a_visit = words(resource.get("code")), bool(reference(resource.get("encounter")))
    if at_a_visit:
        column = "signs_and_symptoms" if is_finding(resource.get("code")) else "discharge_diagnosis"
        gather(resource, context, column, said)
    row = fhir_problems.list_problem(resource, patient) if said and fhir_problems.is_problem(resource) else None
    if not at_a_visit and row is None:
        raise Known if said and fhir_problems.is_problem(resource) else Skip("it names no visit and is no problem")
    if row and at_a_visit:  # counted with the record of its visit
        context.remember(resource["id"], row)
        return None
    return row


def refuse_doubt(resource, doubts):
    doubt = codes(resource.get("verificationStatus")) & doubts
    if doubt:
        raise Skip(f"its status is {doubt.pop()}")


@reads("AllergyIntolerance", into=Allergy)
def read_allergy(resource, context):
    refuse_doubt(resource, {"entered-in-error"})
    if not words(resource.get("code")):
        raise Skip("it says nothing in words")
    return fhir_allergies.allergy_of(resource, context)


@reads("FamilyMemberHistory", into=FamilyHistory)
def read_family_history(resource, context):
    return fhir_history.family_history(resource, context)


@reads("Procedure")
def read_procedure(resource, context):
    if reference(resource.get("encounter")):
        gather(resource, context, "tests_and_procedures", words(resource.get("code")))
        fhir_history.list_operation(resource, context)
        return None
    if row := fhir_history.list_operation(resource, context):
        return row
    raise Skip("it names no visit and is no operation, or one that is known")


@reads("Immunization")
def read_immunization(resource, context):
    vaccine = words(resource.get("vaccineCode"))
    gather(resource, context, "tests_and_procedures", vaccine and f"Vaccine: {vaccine}")


@reads("Observation", into=Test)
def read_observation(resource, context):
    found, name = result(resource), words(resource.get("code"))
    if has_unread_value(resource):
        context.note(resource, "a value that is no number, word or date")
    if set().union(*(codes(each) for each in resource.get("category", []))) & {"vital-signs", "vital-sign"}:
        gather(resource, context, "notes", f"{name}: {found or 'not recorded'}")
        return fhir_vitals.keep(resource, context, visit_id=context.need(reference(resource.get("encounter")), Visit))
    visit_id = context.need(reference(resource.get("encounter")), Visit)
    fhir_vitals.keep(resource, context, visit_id=visit_id)
    date = day(resource.get("effectiveDateTime") or resource.get("effectivePeriod", {}).get("start"))
    if date and visit_id in context.births:
        date = max(date, context.births[visit_id])
    return Test.objects.create(visit_id=visit_id, type=name, results=found or None, date=date)


def how_often(repeat):
    """ "once a day", "every 6 hours", "twice in 3 days"; empty when the sender does not say."""
    frequency, period = repeat.get("frequency"), repeat.get("period", 1)
    if not frequency:
        return ""
    unit = PERIODS.get(repeat.get("periodUnit"), repeat.get("periodUnit") or "day")
    times = TIMES.get(frequency, f"{frequency} times")
    if period == 1:
        return f"{times} {'an' if unit == 'hour' else 'a'} {unit}"
    return f"every {period} {unit}s" if frequency == 1 else f"{times} in {period} {unit}s"


def dosage(instruction):
    """The dose in words, as far as the sender says it: "1, once a day", "when required"."""
    rate = next(iter(instruction.get("doseAndRate", [])), {})
    dose = quantity(rate["doseQuantity"]) if "doseQuantity" in rate else ""
    often = how_often(instruction.get("timing", {}).get("repeat", {}))
    required = "when required" if instruction.get("asNeededBoolean") else ""
    return ", ".join(part for part in (dose, often, required) if part)


def instructions(resource, doses):
    """Every instruction in the sender's words, further doses, and that the day of the end is not known."""
    lines = doses[1:]
    for instruction in resource.get("dosageInstruction", []):
        lines += [instruction.get("text"), *map(words, instruction.get("additionalInstruction", []))]
        lines.append(instruction.get("patientInstruction"))
    if resource.get("status") not in CURRENT:
        lines.append("Stopped, on a day that was not recorded.")
    return "\n".join(dict.fromkeys(line for line in lines if line)) or None


def medicine(resource, context):
    """Its name: written out, or that of a Medication that the order refers to or carries."""
    target = reference(resource.get("medicationReference"))
    carried = {f"#{each.get('id')}": words(each.get("code")) for each in resource.get("contained", [])}
    name = words(resource.get("medicationCodeableConcept")) or carried.get(target) or context.name_of(target)
    if not name:
        raise Skip("it names no medicine")
    return name


@reads("Medication")
def read_medication(resource, context):
    context.names[resource["id"]] = words(resource.get("code"))
    raise Skip("it has no table; its name stands with the prescriptions")


@reads("MedicationRequest", into=Prescription)
def read_medication_request(resource, context):
    patient_id = context.need(reference(resource.get("subject")), Patient)
    visit = Visit.objects.get(pk=context.need(reference(resource.get("encounter")), Visit))
    authored = day(resource.get("authoredOn")) or visit.date
    doses = [dosage(each) for each in resource.get("dosageInstruction", [])]
    prescription = Prescription.objects.create(
        patient_id=patient_id,
        visit=visit,
        provider_id=context.find(reference(resource.get("requester")), Provider) or visit.provider_id,
        medication=medicine(resource, context),
        dosage=next(iter(doses), "") or None,
        instructions=instructions(resource, doses),
        prescribed_on=authored,
        # FHIR says that an order has stopped, not when; shown as current it would be a danger.
        ended_on=None if resource.get("status") in CURRENT else authored,
    )
    context.gathered[visit.pk].append((None, "prescriptions", prescription.medication))
    return prescription


@at_the_end_of_a_file
def write_clinical_records(context):
    """One record for each visit that had anything to record and has none yet; and what else was kept."""
    fhir_vitals.write_kept(context)
    records = ClinicalRecord.objects.filter(visit_id__in=list(context.gathered)).in_bulk(field_name="visit_id")
    for visit_id, lines in context.gathered.items():
        record = records.get(visit_id)
        if record is None:
            texts = {column: [] for _, column, _ in lines}
            for _, column, line in lines:
                texts[column].append(line)
            joined = {column: "\n".join(dict.fromkeys(each)) for column, each in texts.items()}
            ClinicalRecord.objects.create(visit_id=visit_id, **joined)
            context.tally.new["(clinical records)"] += 1
        for resource, column, line in lines:
            if resource:
                count(context, resource, known=record and line in (getattr(record, column) or ""), record=record)


def count(context, resource, *, known, record):
    """Tell what went into a new record from what is there already and from what came too late for it."""
    if record is None:
        context.tally.new[resource["resourceType"]] += 1
    elif known:
        context.tally.known[resource["resourceType"]] += 1
    else:
        context.skip(resource, "its visit's clinical record was written before")
