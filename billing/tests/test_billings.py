"""The pages of the bills."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from audit.models import Look
from billing.models import Billing
from billing.tests.factories import BillingFactory
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db
URL = reverse("billing:billings")


@pytest.fixture
def staff(cast):
    return cast.browse_as(cast.sam)


@pytest.fixture
def bills(cast):
    """A bill of Ann's of last year, and a settled and an undated one of Bo's."""
    ann = BillingFactory(patient=cast.ann_record, amount=Decimal("1234.5"), billing_date=date(2025, 3, 1))
    bo = BillingFactory(patient=cast.bo_record, billing_date=date(2026, 3, 1))
    undated = BillingFactory(patient=cast.bo_record, billing_date=None)
    with signed():
        Billing.objects.filter(pk=bo.pk).update(insurance_claim_status="Processed")
        Billing.objects.filter(pk=bo.pk).update(insurance_claim_status="Approved")
    return ann, bo, undated


def found(client, **filters):
    response = client.get(URL, filters)
    assert response.status_code == 200
    return list(response.context["page"])


def test_it_lists_bills_newest_first_in_the_clinics_currency(staff, bills, settings):
    settings.CLINIC_CURRENCY = "NOK"
    ann, bo, undated = bills
    assert found(staff) == [bo, ann, undated]
    page = staff.get(URL).content.decode()
    assert "Amount, NOK</th>" in page
    assert "1,234.50" in page
    assert "01-Mar-2025" in page


def test_it_filters_by_claim_status_and_day(staff, bills):
    ann, bo, undated = bills
    assert found(staff, status="Approved") == [bo]
    assert found(staff, status="Pending") == [ann, undated]
    assert found(staff, date_from="1/1/2026") == [bo]
    assert found(staff, date_to="1/3/2025") == [ann]
    assert found(staff, status="Approved", date_to="1/3/2025") == []


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        ({"date_from": "soon"}, "Write the date as day, month, year"),
        ({"date_from": "2/1/2024", "date_to": "1/1/2024"}, "The last day is before the first day."),
        ({"status": "Paid"}, "This is not one of the list."),
    ],
)
def test_it_says_what_is_wrong_with_a_filter(staff, bills, filters, sentence):
    response = staff.get(URL, filters)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert "<title>Error: " in response.content.decode()
    assert not list(response.context["page"])


def test_it_walks_through_all_of_them_once(cast, staff):
    with signed():
        days = [None, None, *(date(2026, 1, 1 + n % 20) for n in range(58))]
        Billing.objects.bulk_create(Billing(patient=cast.ann_record, amount=1, billing_date=on) for on in days)
    seen, mark = [], ""
    while mark is not None:
        page = staff.get(URL, {"after": mark}).context["page"]
        seen += [bill.pk for bill in page]
        mark = page.following
    assert len(seen) == len(set(seen)) == 60


@pytest.mark.parametrize("bills_there", [2, 120])
def test_it_takes_no_more_queries_for_more_bills(cast, staff, django_assert_max_num_queries, bills_there):
    for _ in range(bills_there):
        BillingFactory(patient=cast.ann_record)
    patient_url = reverse("billing:patient_billings", args=[cast.ann_record.pk])
    for url, most in ((URL, 8), (patient_url, 15)):
        with django_assert_max_num_queries(most):
            assert staff.get(url).status_code == 200


def test_it_shows_one_bill_and_notes_the_look(cast, staff):
    page = staff.get(reverse("billing:billing", args=[cast.ann_billing.pk])).content.decode()
    assert "<h1>HALE, Ann</h1>" in page
    assert "40.00" in page
    assert Look.objects.filter(patient_id=cast.ann_record.pk, user_name="sam", part="bill").count() == 1


def test_it_sums_a_patients_bills_and_no_other(cast, staff, bills):
    response = staff.get(reverse("billing:patient_billings", args=[cast.bo_record.pk]))
    sums = response.context["sums"]
    assert (sums["bills"], sums["billed"], sums["open"]) == (2, Decimal("80.00"), Decimal("40.00"))
    assert (sums["approved"], sums["rejected"]) == (Decimal("40.00"), None)
    assert "1,234.50" not in response.content.decode()
    assert Look.objects.filter(patient_id=cast.bo_record.pk, part="billing").count() == 1


def test_it_says_that_there_are_no_bills(cast, staff):
    page = staff.get(reverse("billing:patient_billings", args=[cast.ann_record.pk])).content.decode()
    assert "This patient has no bills." in page
    assert "0.00" in page


def test_it_finds_no_bill_that_is_not_there(staff):
    assert staff.get(reverse("billing:billing", args=[999_999])).status_code == 404
    assert not Look.objects.exists()
