"""What a visit suggests to charge, and what a clinician proposes."""

from decimal import Decimal

import pytest
from django.urls import reverse

from billing.models import Fee, ProposedCharge
from clinical.tests.acting import assert_refused, audited, sql
from clinical.tests.factories import TestFactory
from emr_site.tests.factories import signed
from reception.tests.desk import today_at
from reception.tests.factories import AppointmentTypeFactory, VisitFactory, day

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def fees(db):
    with signed():
        kind = AppointmentTypeFactory(name="Long visit")
        return {
            "long": Fee.objects.create(code="V2", title="Long visit", amount="80.00", appointment_type=kind),
            "crp": Fee.objects.create(code="L1", title="CRP", amount="12.50", test_type="CRP"),
            "letter": Fee.objects.create(code="Z1", title="Letter", amount="20.00"),
            "other": Fee.objects.create(code="L2", title="HbA1c", amount="15.00", test_type="HbA1c"),
        }


@pytest.fixture
def visit(cast, fees):
    kind = fees["long"].appointment_type
    booked = today_at("09:00", patient=cast.ann_record, provider=cast.okafor_provider, appointment_type=kind)
    visit = VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0), appointment=booked)
    TestFactory(visit=visit, type="CRP")
    return visit


def url(verb, visit):
    return reverse(f"billing:{verb}", args=[visit.patient_id, visit.pk])


def propose(cast, visit, by, *fees, headers=HTMX, unticked=(), seen=None):
    """As the page sends it: what is ticked, what was on the screen (all, by default), and what of it was suggested."""
    seen = Fee.objects.all() if seen is None else seen
    form = {"patient_id": cast.ann_record.pk, "fee": [fee.pk for fee in fees], "seen": [fee.pk for fee in seen]}
    form |= {"suggested": [fee.pk for fee in unticked]}
    return cast.browse_as(by).post(url("propose_charges", visit), form, headers=headers)


def test_the_kind_of_visit_and_its_tests_are_suggested(cast, visit, fees):
    page = cast.browse_as(cast.okafor).get(url("proposed_charges", visit), headers=HTMX).content.decode()
    assert ticked(cast, visit, fees) == ["long", "crp"]
    assert "Letter" in page
    assert "HbA1c" not in page
    assert not ProposedCharge.objects.exists()


def test_what_is_ticked_is_proposed_and_nothing_else(cast, visit, fees):
    propose(cast, visit, cast.okafor, fees["long"], fees["letter"])
    page = propose(cast, visit, cast.okafor, fees["long"]).content.decode()
    assert "Proposed: 80.00" in page
    live = ProposedCharge.objects.live().get()
    assert (live.title, live.amount, live.proposed_by) == ("Long visit", Decimal("80.00"), cast.okafor)
    dropped = ProposedCharge.objects.exclude(dropped_at=None).get()
    assert (dropped.title, dropped.dropped_by) == ("Letter", cast.okafor)
    assert (audited(live, "C", by=cast.okafor), audited(dropped, "U", by=cast.okafor)) == (1, 1)


def ticked(cast, visit, fees):
    page = cast.browse_as(cast.okafor).get(url("proposed_charges", visit), headers=HTMX).content.decode()
    return [name for name, fee in fees.items() if f'name="fee" value="{fee.pk}" checked' in page]


def live_codes():
    return sorted(ProposedCharge.objects.live().values_list("fee__code", flat=True))


def test_what_was_ordered_too_late_for_the_screen_is_proposed(cast, visit, fees):
    propose(cast, visit, cast.okafor, fees["long"], seen=[fees["long"], fees["letter"]])
    assert live_codes() == ["L1", "V2"]


def test_what_is_ordered_after_proposing_is_ticked(cast, visit, fees):
    propose(cast, visit, cast.okafor, fees["long"], fees["crp"])
    with signed():
        TestFactory(visit=visit, type="HbA1c")
    assert ticked(cast, visit, fees) == ["long", "crp", "other"]
    page = cast.browse_as(cast.okafor).get(url("proposed_charges", visit), headers=HTMX).content.decode()
    assert "More is suggested" in page
    propose(cast, visit, cast.okafor, *(fees[name] for name in ("long", "crp", "other")))
    assert live_codes() == ["L1", "L2", "V2"]


def test_what_was_unticked_is_not_suggested_again(cast, visit, fees):
    propose(cast, visit, cast.okafor, fees["long"], unticked=[fees["crp"]])
    propose(cast, visit, cast.okafor, fees["long"])
    assert ticked(cast, visit, fees) == ["long"]
    assert live_codes() == ["V2"]
    propose(cast, visit, cast.okafor, fees["long"], fees["crp"])
    assert live_codes() == ["L1", "V2"]


def test_a_later_price_changes_no_proposal(cast, visit, fees):
    propose(cast, visit, cast.ned, fees["long"])
    with signed():
        Fee.objects.filter(pk=fees["long"].pk).update(amount="95.00")
    propose(cast, visit, cast.ned, fees["long"])
    assert ProposedCharge.objects.get().amount == Decimal("80.00")


def test_the_database_keeps_one_live_row_a_fee_and_its_price(cast, visit, fees):
    propose(cast, visit, cast.okafor, fees["long"])
    row = ProposedCharge.objects.get()
    insert = (
        "INSERT INTO ProposedCharge (patient_id, visit_id, fee_id, title, amount) VALUES (%s, %s, %s, 'Long visit', %s)"
    )
    columns = (cast.ann_record.pk, visit.pk, fees["long"].pk)
    assert_refused("proposed_charge_once", sql(insert, *columns, 80))
    assert_refused("proposed_charge_not_negative", sql(insert, *columns[:2], fees["crp"].pk, -1))
    assert_refused("proposed_charge_stays", lambda: ProposedCharge.objects.filter(pk=row.pk).update(amount=1))


def test_the_desk_sees_them_and_proposes_none(cast, visit, fees):
    propose(cast, visit, cast.okafor, fees["long"])
    page = cast.browse_as(cast.rosa).get(url("proposed_charges", visit)).content.decode()
    assert "Proposed: 80.00" in page
    assert "Propose charges" not in page
    assert propose(cast, visit, cast.rosa, fees["crp"]).status_code == 403


def test_the_desk_reads_codes_and_prices_but_not_what_was_ordered(cast, visit, fees):
    page = cast.browse_as(cast.rosa).get(url("proposed_charges", visit)).content.decode()
    assert "L1" in page
    assert "12.50" in page
    assert "CRP" not in page
    assert "HbA1c" not in page
    assert "CRP" in cast.browse_as(cast.okafor).get(url("proposed_charges", visit)).content.decode()


def test_without_scripts_it_leads_back_to_the_visit(cast, visit, fees):
    response = propose(cast, visit, cast.okafor, fees["long"], headers={})
    assert response.url == reverse("clinical:visit", args=[visit.patient_id, visit.pk])


def test_a_number_that_is_none_is_not_proposed(cast, visit, fees):
    seen = [fee.pk for fee in fees.values()]
    form = {"patient_id": visit.patient_id, "fee": ["9" * 5000, "x"], "seen": seen}
    assert cast.browse_as(cast.okafor).post(url("propose_charges", visit), form, headers=HTMX).status_code == 200
    assert not ProposedCharge.objects.live().exists()
