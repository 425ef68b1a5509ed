"""The reports of the bills, against sums worked out by hand."""

from decimal import Decimal

import pytest

from billing.tests.factories import BillingFactory
from emr_site.reports.tests.reading import downloaded, shown
from reception.tests.factories import PatientFactory, VisitFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(cast):
    return cast.browse_as(cast.rita)


def test_it_sums_up_each_bill_newest_first(reader):
    ann = PatientFactory(given_name="Ann", family_name="Able")
    first = BillingFactory(patient=ann, amount=Decimal("1234.5"))
    second = BillingFactory(patient=ann, insurance_claim_status="Approved")
    assert shown(reader, "billing-summary") == [
        [str(second.pk), str(ann.pk), "Ann Able", "40.00", "Approved"],
        [str(first.pk), str(ann.pk), "Ann Able", "1,234.50", "Pending"],
    ]
    _, rows = downloaded(reader, "billing-summary", insurance_claim_status="Pending")
    assert rows == [[str(first.pk), str(ann.pk), "Ann Able", "1234.50", "Pending"]]


def test_it_counts_visits_and_bills_each_by_themselves_and_puts_the_highest_total_first(reader):
    ann, bo, _unbilled = (PatientFactory(given_name=name, family_name="Able") for name in ("Ann", "Bo", "Cy"))
    visit = VisitFactory(patient=ann)
    VisitFactory(patient=ann)
    for amount in ("10.00", "20.00", "0.01"):
        BillingFactory(patient=ann, visit=visit, amount=Decimal(amount))
    BillingFactory(patient=bo, amount=Decimal("30.02"))
    _, rows = downloaded(reader, "billing-analysis")
    assert rows == [
        [str(bo.pk), "Bo Able", "0", "1", "30.02", "30.02", "30.02"],
        [str(ann.pk), "Ann Able", "2", "3", "30.01", "10.00", "20.00"],
    ]
