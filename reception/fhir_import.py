"""Patients, providers, insurances and visits from FHIR."""

from django.utils import timezone

from emr_site.fhir.elements import day, moment, reference, words
from emr_site.fhir.registry import Known, Skip, reads
from reception.duplicates import note_likely_of
from reception.fhir_people import (
    add_contacts,
    add_phones,
    contact,
    first_contact,
    human_name,
    mail_address,
    main_phone,
    person_name,
    postal,
    spoken,
)
from reception.models import Insurance, Patient, Provider, Visit


def full_day(resource, element, context):
    """The day of a patient's birth or death; a year or a month alone has no place, and is told."""
    try:
        return day(resource.get(element))
    except Skip:
        context.note(resource, f"{element} that is not a full date")
        return None


def identifiers(resource):
    """Its identifiers as a conditional reference names them: "system|value"."""
    found = ((each.get("system"), each.get("value")) for each in resource.get("identifier", []))
    return [f"{system}|{value}" for system, value in found if system and value]


@reads("Organization")
def read_organization(resource, context):
    """An organisation has no table: visits carry its name as their facility."""
    name = (resource.get("name") or "").strip(" -")
    context.names.update(dict.fromkeys([resource["id"], *identifiers(resource)], name))
    raise Skip("it has no table; its name stands with the visits there")


@reads("Practitioner", into=Provider)
def read_practitioner(resource, context):
    phone = contact(resource, "phone") or contact(resource, "email")
    name = human_name(resource)
    name.pop("suffix")
    provider = Provider.objects.create(**name, contact=phone)
    for value in identifiers(resource):
        if not context.find(value, Provider):
            context.remember(value, provider)
    return provider


@reads("Patient", into=Patient)
def read_patient(resource, context):
    sex = resource.get("gender")
    if resource.get("deceasedBoolean"):
        context.note(resource, "that the patient has died, for no day is given")
    patient = Patient.objects.create(
        **person_name(resource),
        **postal(resource, context),
        **spoken(resource, context),
        date_of_birth=full_day(resource, "birthDate", context),
        deceased_on=full_day(resource, "deceasedDateTime", context),
        sex=sex if sex in Patient.Sex.values else Patient.Sex.UNKNOWN,
        email=mail_address(resource, context),
        **main_phone(resource, context),
        **first_contact(resource, context),
    )
    add_phones(patient, resource, context)
    add_contacts(patient, resource)
    note_likely_of(patient.pk)
    return patient


def payer_of(resource, context):
    """Who insures: a name as it is written, a word of the sender's such as "dual_eligible" made readable."""
    names = [payor.get("display") or context.name_of(reference(payor)) for payor in resource.get("payor", [])]
    payer = next((name for name in names if name), "")
    if not payer or payer.lower() in {"no_insurance", "no insurance"}:
        raise Skip("it says that there is no insurance")
    return payer.replace("_", " ").capitalize() if payer.islower() else payer


@reads("Coverage")
def read_coverage(resource, context):
    """An insurance, told apart by patient and payer: bills repeat the same coverage again and again."""
    patient_id = context.need(reference(resource.get("beneficiary")), Patient)
    payer = payer_of(resource, context)
    key = f"{patient_id}:{payer}"
    if context.find(key, Insurance):
        raise Known
    period = resource.get("period", {})
    insurance = Insurance.objects.create(
        patient_id=patient_id,
        insurance_details=payer,
        member_number=resource.get("subscriberId"),
        group_number=group_of(resource),
        starts_on=day(period.get("start")),
        ends_on=day(period.get("end")),
    )
    context.remember(key, insurance)
    note_likely_of(patient_id)
    return insurance


def group_of(resource):
    """The number of the group, as FHIR writes it among the classes of a coverage."""
    classes = resource.get("class") or []
    return next(
        (
            each.get("value")
            for each in classes
            for code in each.get("type", {}).get("coding", [])
            if code.get("code") == "group"
        ),
        None,
    )


def provider_of(resource, context):
    """The id of whom the patient saw; where nobody is named, the organisation stands for whoever it was."""
    for participant in resource.get("participant", []):
        if individual := reference(participant.get("individual")):
            return context.need(individual, Provider)
    place = resource.get("serviceProvider") or {}
    name = place.get("display") or context.name_of(reference(place))
    if not name:
        raise Skip("nobody is named whom the patient saw")
    key = f"organisation:{name}"
    if not context.find(key, Provider):
        context.remember(key, Provider.objects.create(family_name=name))
    return context.find(key, Provider)


def facility_of(resource, context):
    place = resource.get("serviceProvider") or {}
    name = context.name_of(reference(place)) or place.get("display")
    if place and not name:
        context.note(resource, "the place, for its organisation is not among the files")
    return name


def reason_of(resource):
    """What for, and what kind of visit it was."""
    said = [words(each) for each in resource.get("reasonCode", []) + resource.get("type", [])]
    return "; ".join(dict.fromkeys(reason for reason in said if reason)) or None


@reads("Encounter", into=Visit)
def read_encounter(resource, context):
    patient = Patient.objects.get(pk=context.need(reference(resource.get("subject")), Patient))
    period = resource.get("period", {})
    start = moment(period.get("start"))
    end = moment(period["end"]) if "end" in period else None
    local = timezone.localtime(start)
    before_birth = patient.date_of_birth and local.date() < patient.date_of_birth
    if before_birth:
        local = start  # born on that day by the sender's clock
    if end and end < start:
        context.note(resource, "an end before the start")
    visit = Visit.objects.create(
        patient=patient,
        provider_id=provider_of(resource, context),
        date=local.date(),
        time=local.time().replace(microsecond=0),
        reason=reason_of(resource),
        facility=facility_of(resource, context),
        arrived_at=start,
        started_at=start,
        left_at=end if end and end >= start else None,
    )
    if before_birth:
        context.births[visit.pk] = patient.date_of_birth
    return visit
