"""What the board says of the money of those at checkout."""

from decimal import Decimal

import pytest
from django.urls import reverse

from billing.models import Fee, ProposedCharge
from billing.till import proposed
from emr_site.tests.factories import signed
from reception.models.appointments import Status
from reception.tests.desk import today_at
from reception.tests.factories import VisitFactory, day

pytestmark = pytest.mark.django_db
RENEWS = {"HX-Request": "true", "X-Background": "1"}


@pytest.fixture
def visit(cast):
    booked = today_at("09:00", patient=cast.ann_record, provider=cast.okafor_provider, duration_minutes=30)
    visit = VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0), appointment=booked)
    with signed():
        for status in (Status.ARRIVED, Status.WITH_DOCTOR, Status.CHECKOUT):
            type(booked).objects.filter(pk=booked.pk).update(status=status)
    return visit


def charge(visit, title="HIV test", amount="40.00"):
    with signed():
        fee = Fee.objects.create(code=f"L{Fee.objects.count()}", title=title, amount=amount)
        return ProposedCharge.objects.create(
            patient_id=visit.patient_id, visit=visit, fee=fee, title=title, amount=amount
        )


def test_what_is_proposed_stands_at_the_side_and_on_the_card(cast, visit):
    charge(visit)
    charge(visit, "Letter", "1200.50")
    page = cast.browse_as(cast.rosa).get("/board/").content.decode()
    assert "1,240.50<small>EUR</small>" in page
    assert "1,240.50 to settle" in page
    assert reverse("billing:proposed_charges", args=[visit.patient_id, visit.pk]) in page
    # What a fee is for can be a clinical word.
    assert "HIV" not in page


def test_what_is_no_longer_proposed_is_not_counted(cast, visit):
    dropped = charge(visit)
    with signed():
        ProposedCharge.objects.filter(pk=dropped.pk).update(dropped_at=dropped.proposed_at)
    page = cast.browse_as(cast.rosa).get("/board/").content.decode()
    assert "No charges yet" in page
    assert "to settle</b>" not in page
    assert "40.00" not in page


def test_a_charge_renews_the_board(cast, visit):
    client = cast.browse_as(cast.rosa)
    before = client.get("/board/")["ETag"]
    charge(visit)
    answer = client.get("/board/", headers=RENEWS | {"If-None-Match": before})
    assert answer.status_code == 200
    assert "40.00 to settle" in answer.content.decode()


def test_nobody_is_told_who_may_not_see_charges(cast, visit):
    charge(visit)
    assert proposed(cast.rosa, {visit.pk}) == {visit.pk: Decimal("40.00")}
    assert proposed(cast.ann, {visit.pk}) == {}
