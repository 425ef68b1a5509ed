"""Bills in the back office."""

from decimal import Decimal

import pytest
from django.urls import reverse

from billing.models import Billing
from billing.tests.factories import BillingFactory
from reception.tests.factories import PatientFactory, VisitFactory

pytestmark = pytest.mark.django_db


def address(verb, *args):
    return reverse(f"admin:billing_billing_{verb}", args=args)


def test_staff_write_a_bill(cast):
    visit = VisitFactory()
    sent = {
        "patient": visit.patient_id,
        "visit": visit.pk,
        "amount": "120.50",
        "billing_date": "1/3/2026",
        "insurance_claim_status": "Pending",
        "idempotency_key": "e3d0a3f4-8b43-4f55-9d6f-1c9a51b3a6d2",
    }
    assert cast.browse_as(cast.sam).post(address("add"), sent).status_code == 302
    assert Billing.objects.get().amount == Decimal("120.50")


def test_a_claim_never_goes_back(cast):
    bill = BillingFactory(insurance_claim_status="Approved")
    sent = {"amount": "40.00", "insurance_claim_status": "Pending"}
    response = cast.browse_as(cast.sam).post(address("change", bill.pk), sent)
    assert response.status_code == 422
    assert "insurance_claim_status" in response.context_data["adminform"].form.errors
    bill.refresh_from_db()
    assert bill.insurance_claim_status == "Approved"


def test_a_visit_of_another_patient_is_refused_by_name(cast):
    sent = {
        "patient": PatientFactory().pk,
        "visit": VisitFactory().pk,
        "amount": "1",
        "insurance_claim_status": "Pending",
        "idempotency_key": "e3d0a3f4-8b43-4f55-9d6f-1c9a51b3a6d3",
    }
    response = cast.browse_as(cast.sam).post(address("add"), sent)
    assert response.status_code == 422
    assert "visit" in response.context_data["adminform"].form.errors
    assert not Billing.objects.exists()


def test_an_administrator_removes_a_bill_while_its_claim_is_pending(cast):
    pending, decided = BillingFactory(), BillingFactory(insurance_claim_status="Approved")
    client = cast.browse_as(cast.ada)
    for bill in (pending, decided):
        client.post(address("delete", bill.pk), {"post": "yes"})
    assert list(Billing.objects.all()) == [decided]
    assert "no longer pending" in client.get(address("change", decided.pk)).content.decode()
    assert cast.browse_as(cast.sam).post(address("delete", decided.pk), {"post": "yes"}).status_code == 403
