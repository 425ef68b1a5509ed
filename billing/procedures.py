"""The write path of the bills. Each raises ProcedureRefused (or a DatabaseError of a rule) with a code that
messages.py explains."""

from django.db import transaction

from emr_site import db


def create_billing(patient_id, *, visit_id, amount, claim_status):
    """Bill a patient, for a visit of theirs or for none; return the bill's id."""
    with transaction.atomic():
        bill = {"patient_id": patient_id, "visit_id": visit_id, "amount": amount, "claim_status": claim_status}
        return db.call("CreateBilling", **bill)[0]["billing_id"]


def update_billing(billing_id, *, patient_id, visit_id, amount, claim_status):
    with transaction.atomic():
        bill = {"patient_id": patient_id, "visit_id": visit_id, "amount": amount, "claim_status": claim_status}
        db.call("UpdateBilling", billing_id=billing_id, **bill)


def delete_billing(billing_id):
    with transaction.atomic():
        db.call("DeleteBilling", billing_id=billing_id)
