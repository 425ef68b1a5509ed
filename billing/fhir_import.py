"""Bills from FHIR claims and what the insurer answered."""

from decimal import Decimal

from django.conf import settings

from billing.models import Billing
from emr_site.fhir.elements import day, reference
from emr_site.fhir.importing import store
from emr_site.fhir.registry import Known, Skip, reads
from reception.models import Patient, Visit

OUTCOMES = {"complete": Billing.ClaimStatus.PROCESSED, "partial": Billing.ClaimStatus.PROCESSED}


@reads("Claim", into=Billing)
def read_claim(resource, context):
    encounters = [each for item in resource.get("item", []) for each in item.get("encounter", [])]
    visit_id = context.need(reference(encounters[0]), Visit) if encounters else None
    patient_id = context.need(reference(resource.get("patient")), Patient)
    total = resource.get("total", {})
    if "value" not in total:
        raise Skip("it has no total")
    if total.get("currency", settings.CLINIC_CURRENCY) != settings.CLINIC_CURRENCY:
        context.note(resource, f"the currency {total['currency']}; the figures stand as they are")
    return Billing.objects.create(
        patient_id=patient_id,
        visit_id=visit_id,
        amount=round(Decimal(str(total["value"])), 2),
        billing_date=day(resource.get("created")),
        insurance_claim_status=Billing.ClaimStatus.PENDING,
    )


@reads("ExplanationOfBenefit")
def read_explanation_of_benefit(resource, context):
    """The insurer has dealt with a claim; the coverage it carries is the patient's insurance."""
    claim_id = context.need(reference(resource.get("claim")), Billing)
    for contained in resource.get("contained", []):
        if contained.get("resourceType") == "Coverage":
            store(contained, context)
    paid = resource.get("payment", {}).get("amount", {}).get("value", 0)
    status = Billing.ClaimStatus.APPROVED if paid > 0 else OUTCOMES.get(resource.get("outcome"))
    if status is None:
        raise Skip("the insurer has not decided yet")
    pending = Billing.objects.filter(pk=claim_id, insurance_claim_status=Billing.ClaimStatus.PENDING)
    if not pending.update(insurance_claim_status=status):
        raise Known
    if paid > 0:
        context.note(resource, "the amount the insurer paid; its bill is marked Approved")
    return True
