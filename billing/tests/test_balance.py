"""The sums of a patient's bills, for the desk's till."""

import pytest

from billing.tests.factories import BillingFactory

pytestmark = pytest.mark.django_db


def test_the_desk_sees_the_sums_and_no_bill(cast):
    BillingFactory(patient=cast.ann_record, amount="120.00")
    BillingFactory(patient=cast.ann_record, amount="30.50", insurance_claim_status="Rejected")
    client = cast.browse_as(cast.rosa)
    page = client.get(f"/patients/{cast.ann_record.pk}/balance/", headers={"HX-Request": "true"}).content.decode()
    assert "150.50" in page
    assert "30.50" in page
    assert "<html" not in page
    assert client.get(f"/patients/{cast.ann_record.pk}/billing/").status_code == 403


def test_it_says_when_nothing_was_billed(cast):
    page = cast.browse_as(cast.rosa).get(f"/patients/{cast.ann_record.pk}/balance/").content.decode()
    assert "Nothing has been billed." in page
