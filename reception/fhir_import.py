"""Patients, providers, insurances and visits from FHIR."""

import re
from datetime import UTC

from django.utils import timezone

from emr_site.fhir.elements import day, moment, reference, words
from emr_site.fhir.registry import Skip, reads
from reception.models import Insurance, Patient, Provider, Visit


def human_name(resource):
    """The official HumanName, else the first; Synthea's names end in digits, which are dropped."""
    names = resource.get("name") or [{}]
    name = next((name for name in names if name.get("use") == "official"), names[0])
    family, given = re.sub(r"\d+$", "", name.get("family", "")), " ".join(name.get("given", []))
    return {
        "family_name": (family or "Name not recorded")[:100],
        "given_name": re.sub(r"\d+\b", "", given).strip()[:100],
        "prefix": " ".join(name.get("prefix", []))[:20],
    }


def contact(resource, system):
    points = resource.get("telecom", [])
    return next((point.get("value") for point in points if point.get("system") == system), None)


def postal(resource):
    """The first address on one line."""
    address = next(iter(resource.get("address", [])), {})
    place = " ".join(part for part in (address.get("state"), address.get("postalCode")) if part)
    parts = [*address.get("line", []), address.get("city"), place]
    return ", ".join(part for part in parts if part)[:255] or None


@reads("Organization")
def read_organization(resource, context):
    """An organisation has no table: visits carry its name as their facility."""
    context.names[resource["id"]] = (resource.get("name") or "").strip(" -")[:100]
    return True


@reads("Practitioner")
def read_practitioner(resource, context):
    if context.find(resource["id"], Provider):
        context.known["Practitioner"] += 1
        return None
    provider = Provider.objects.create(**human_name(resource), contact=contact(resource, "phone"))
    context.remember(resource["id"], provider)
    return provider


@reads("Patient")
def read_patient(resource, context):
    if context.find(resource["id"], Patient):
        context.known["Patient"] += 1
        return None
    name = human_name(resource)
    name.pop("prefix")
    sex = resource.get("gender")
    patient = Patient.objects.create(
        **name,
        date_of_birth=day(resource.get("birthDate")),
        deceased_on=day(resource.get("deceasedDateTime")),
        sex=sex if sex in Patient.Sex.values else Patient.Sex.UNKNOWN,
        phone_number=contact(resource, "phone"),
        email=contact(resource, "email"),
        address=postal(resource),
    )
    context.remember(resource["id"], patient)
    return patient


@reads("Coverage")
def read_coverage(resource, context):
    """An insurance, told apart by patient and payer: bills repeat the same coverage again and again."""
    patient_reference = reference(resource.get("beneficiary"))
    patient_id = context.need(patient_reference, Patient)
    payer = next((payor.get("display") for payor in resource.get("payor", []) if payor.get("display")), None)
    if not payer or payer.lower() == "no_insurance":
        return None
    key = f"{patient_reference.removeprefix('urn:uuid:')}:{payer}"[:150]
    if context.find(key, Insurance):
        context.known["Coverage"] += 1
        return None
    insurance = Insurance.objects.create(patient_id=patient_id, insurance_details=payer.capitalize())
    context.remember(key, insurance)
    return insurance


def provider_of(resource, context):
    """Whom the patient saw; where nobody is named, the organisation stands for whoever it was."""
    for participant in resource.get("participant", []):
        if individual := reference(participant.get("individual")):
            return context.need(individual, Provider)
    organisation = reference(resource.get("serviceProvider")).removeprefix("urn:uuid:")
    if not organisation:
        raise Skip("nobody is named whom the patient saw")
    if found := context.find(organisation, Provider):
        return found
    provider = Provider.objects.create(family_name=context.names.get(organisation) or "Name not recorded")
    context.remember(organisation, provider)
    return provider.pk


@reads("Encounter")
def read_encounter(resource, context):
    if context.find(resource["id"], Visit):
        context.known["Encounter"] += 1
        return None
    patient = Patient.objects.get(pk=context.need(reference(resource["subject"]), Patient))
    period = resource.get("period", {})
    start = moment(period.get("start"))
    end = moment(period["end"]) if "end" in period else None
    local = timezone.localtime(start)
    if patient.date_of_birth and local.date() < patient.date_of_birth:
        local = start.astimezone(UTC)  # born on that day by the sender's clock
    reasons = [words(each) for each in resource.get("reasonCode", []) + resource.get("type", [])]
    visit = Visit.objects.create(
        patient=patient,
        provider_id=provider_of(resource, context),
        date=local.date(),
        time=local.time().replace(microsecond=0),
        reason="; ".join(dict.fromkeys(reason for reason in reasons if reason)) or None,
        facility=context.names.get(reference(resource.get("serviceProvider")).removeprefix("urn:uuid:")),
        arrived_at=start,
        started_at=start,
        left_at=end if end and end >= start else None,
    )
    context.remember(resource["id"], visit)
    return visit
