"""How bills of the first system move in."""

from django.db import connections

from emr_site.adoption.row import SetAside, note_if_in_future
from emr_site.adoption.tables import AdoptedTable, register

CLAIM_STATUSES = ("Pending", "Processed", "Approved", "Rejected")
EXPLANATIONS = {
    "billing_patient": "The patient it belongs to is not there.",
    "billing_visit": "The visit it belongs to is not there, or is another patient's.",
    "billing_amount_not_negative": "The amount is negative.",
}


def patient_of(visit_id):
    """One generation's bills name only the visit; the patient is the visit's. SetAside when it is not there."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT patient_id FROM Visit WHERE visit_id = %s", [visit_id])
        found = cursor.fetchone()
    if found is None:
        reason = "billing_visit" if visit_id else "billing_patient"
        raise SetAside(reason, EXPLANATIONS[reason])
    return found[0]


def bill(row):
    visit_id = row.integer("visitid")
    return {
        "billing_id": row.integer("billingid"),
        "patient_id": row.integer("patientid") or patient_of(visit_id),
        "visit_id": visit_id,
        "amount": row.money("amount"),
        "billing_date": note_if_in_future(row, row.date("billingdate")),
        "payment_type": row.choice("paymenttype", among=("Debit", "Credit", "Cash")),
        "insurance_claim_status": row.choice("insuranceclaimstatus", among=CLAIM_STATUSES, otherwise="Pending"),
    }


register(
    AdoptedTable("billing", "Billing", "billing_id", bill, 60, marks={"billingdate": "A", "insuranceclaimstatus": "B"}),
    explanations=EXPLANATIONS,
)
