"""Bills from FHIR claims and what the insurer answered."""

from decimal import Decimal

from billing.models import Billing
from emr_site.fhir.elements import day, reference
from emr_site.fhir.registry import READERS, Skip, Unresolved, reads
from reception.models import Patient, Visit


@reads("Claim")
def read_claim(resource, context):
    if context.find(resource["id"], Billing):
        context.known["Claim"] += 1
        return None
    encounters = [each for item in resource.get("item", []) for each in item.get("encounter", [])]
    visit_id = context.need(reference(encounters[0]), Visit) if encounters else None
    total = resource.get("total", {}).get("value")
    if total is None:
        raise Skip("the claim has no total")
    bill = Billing.objects.create(
        patient_id=context.need(reference(resource["patient"]), Patient),
        visit_id=visit_id,
        amount=round(Decimal(str(total)), 2),
        billing_date=day(resource.get("created")),
        insurance_claim_status=Billing.ClaimStatus.PENDING,
    )
    context.remember(resource["id"], bill)
    return bill


@reads("ExplanationOfBenefit")
def read_explanation_of_benefit(resource, context):
    """The insurer has dealt with a claim; the coverage it carries is the patient's insurance."""
    for contained in resource.get("contained", []):
        if contained.get("resourceType") == "Coverage":
            context.mapped["Coverage"] += bool(READERS["Coverage"](contained, context))
    claim_id = context.find(reference(resource.get("claim")), Billing)
    if claim_id is None:
        raise Unresolved("Billing of the claim is not there")
    moved = Billing.objects.filter(pk=claim_id, insurance_claim_status=Billing.ClaimStatus.PENDING).update(
        insurance_claim_status=Billing.ClaimStatus.PROCESSED
    )
    context.known["ExplanationOfBenefit"] += not moved
    return moved
