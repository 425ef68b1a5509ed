"""The rules of the bills hold whoever writes: a procedure, the ORM, or someone at the prompt."""

from decimal import Decimal

import pytest

from billing.messages import MESSAGES
from billing.models import Billing
from billing.tests.factories import BillingFactory
from clinical.tests.acting import assert_refused, sql
from emr_site.db import call
from emr_site.tests.factories import signed
from reception.tests.factories import VisitFactory

pytestmark = pytest.mark.django_db
BILL = {"visit_id": None, "amount": Decimal("10.00"), "claim_status": "Pending"}


@pytest.fixture
def bill(cast):
    return cast.ann_billing


def through_the_procedure(bill, **changed):
    same = {
        "patient_id": bill.patient_id,
        "visit_id": bill.visit_id,
        "amount": bill.amount,
        "claim_status": bill.insurance_claim_status,
    }
    return lambda: call("UpdateBilling", billing_id=bill.pk, **(same | changed))


def create(patient, **columns):
    """The bill's id."""
    return call("CreateBilling", patient_id=patient.pk, **(BILL | columns))[0]["billing_id"]


def claim(bill, *statuses):
    """Move the claim along."""
    for status in statuses:
        with signed():
            Billing.objects.filter(pk=bill.pk).update(insurance_claim_status=status)
    bill.refresh_from_db()
    return bill


def every_way(bill, column, value, **of_the_procedure):
    """The three ways to change one column of a bill."""
    return (
        through_the_procedure(bill, **of_the_procedure),
        lambda: Billing.objects.filter(pk=bill.pk).update(**{column: value}),
        sql(f"UPDATE Billing SET {column} = %s WHERE billing_id = %s", value, bill.pk),
    )


def test_a_procedure_bills_a_visit_moves_its_claim_and_deletes(cast):
    with signed():
        made = create(cast.ann_record, visit_id=cast.ann_visit.pk)
        bill = Billing.objects.get(pk=made)
        through_the_procedure(bill, amount=Decimal("12.50"), claim_status="Processed")()
        bill.refresh_from_db()
        assert (bill.visit, bill.amount, bill.insurance_claim_status) == (cast.ann_visit, Decimal("12.50"), "Processed")
        other = create(cast.ann_record)
        call("DeleteBilling", billing_id=other)
    assert not Billing.objects.filter(pk=other).exists()


def test_an_amount_is_not_below_zero(cast, bill):
    minus = Decimal("-0.01")
    assert_refused(
        "billing_amount_not_negative",
        lambda: create(cast.ann_record, amount=minus),
        *every_way(bill, "amount", minus, amount=minus),
    )


def test_a_bill_stays_with_its_patient_and_its_visit_is_that_patients(cast, bill):
    bo, elsewhere = cast.bo_record, VisitFactory()
    assert_refused("patient_cannot_change", *every_way(bill, "patient_id", bo.pk, patient_id=bo.pk))
    assert_refused("billing_visit", *every_way(bill, "visit_id", elsewhere.pk, visit_id=elsewhere.pk))


@pytest.mark.parametrize(
    ("so_far", "to"),
    [
        (["Processed"], "Pending"),
        (["Processed", "Approved"], "Rejected"),
        (["Processed", "Rejected"], "Processed"),
        (["Processed", "Approved"], "Pending"),
    ],
)
def test_a_claim_never_goes_back(bill, so_far, to):
    claim(bill, *so_far)
    assert_refused("claim_status_path", *every_way(bill, "insurance_claim_status", to, claim_status=to))


def test_the_amount_of_a_decided_claim_stays(bill):
    claim(bill, "Processed", "Approved")
    assert_refused("claim_closed", *every_way(bill, "amount", Decimal(1), amount=Decimal(1)))


def test_only_a_bill_whose_claim_is_pending_is_deleted(bill):
    claim(bill, "Processed")
    assert_refused(
        "claim_not_pending",
        bill.delete,
        lambda: call("DeleteBilling", billing_id=bill.pk),
        sql("DELETE FROM Billing WHERE billing_id = %s", bill.pk),
    )
    assert_refused("billing_not_found", lambda: call("DeleteBilling", billing_id=999_999))


def test_the_words_of_status_and_payment_are_known_ones():
    bill = BillingFactory()
    one = Billing.objects.filter(pk=bill.pk)
    assert_refused("billing_payment_type_known_word", lambda: one.update(payment_type="Barter"))
    assert_refused("billing_claim_status_known_word", lambda: one.update(insurance_claim_status="Lost"))


def test_every_refusal_has_a_sentence():
    assert all(sentence.endswith(".") for _, sentence in MESSAGES.values())
