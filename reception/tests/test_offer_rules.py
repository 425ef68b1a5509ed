"""What the database holds to about wishes, freed times and offers, whoever writes."""

from datetime import time, timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from emr_site.tests.factories import signed
from reception import procedures
from reception.models import Appointment, FreedSlot, SlotOffer
from reception.tests.factories import (
    AppointmentFactory,
    ProviderFactory,
    SlotOfferFactory,
    WaitingRequestFactory,
    day,
)

pytestmark = pytest.mark.django_db
LIST = "/waiting-list/"


def cancel(appointment):
    with signed():
        procedures.cancel_appointment(appointment.pk, seen=appointment.version, cancel_reason="Ill")


@pytest.mark.parametrize("change", [{"date": day(9)}, {"time": time(15)}, {"provider": None}])
def test_a_moved_appointment_frees_its_time(cast, change):
    WaitingRequestFactory()
    booked = AppointmentFactory(date=day(3), time=time(10))
    if "provider" in change:
        change = {"provider": ProviderFactory()}
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(**change, move_reason="A call")
    (slot,) = FreedSlot.objects.all()
    assert (slot.provider, slot.date, slot.time) == (booked.provider, day(3), time(10))


def test_nothing_is_written_down_where_nobody_waits(cast):
    WaitingRequestFactory(provider=ProviderFactory())
    cancel(AppointmentFactory(date=day(3), time=time(10)))
    assert not FreedSlot.objects.exists()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE SlotOffer SET state = 'open', answered_at = NULL WHERE slot_offer_id = {over}", "slot_offer_over"),
        (
            "UPDATE SlotOffer SET state = 'accepted', answered_at = NOW() WHERE slot_offer_id = {late}",
            "slot_offer_over",
        ),
        ("UPDATE SlotOffer SET patient_id = {patient} WHERE slot_offer_id = {late}", "slot_offer_cannot_change"),
        ("UPDATE SlotOffer SET held_until = NOW() WHERE slot_offer_id = {late}", "slot_offer_cannot_change"),
        ("UPDATE WaitingRequest SET weekdays = 0 WHERE waiting_request_id = {wish}", "waiting_request_some_day"),
        ("UPDATE WaitingRequest SET note = 'x' WHERE waiting_request_id = {closed}", "waiting_request_closed"),
        ("UPDATE FreedSlot SET done_as = 'x', done_at = NOW()", "freed_slot_done_as_word"),
    ],
)
def test_the_database_holds_to_it_whoever_writes(statement, code):
    over = SlotOfferFactory()
    with signed():
        SlotOffer.objects.filter(pk=over.pk).update(state="declined", answered_at=timezone.now())
    late = SlotOfferFactory(freed_slot__time=time(15), held_until=timezone.now() - timedelta(days=1))
    closed = WaitingRequestFactory(closed_at=timezone.now(), closed_as="withdrawn")
    names = {"over": over.pk, "late": late.pk, "patient": over.patient_id, "closed": closed.pk}
    text = statement.format(**names, wish=late.waiting_request_id)
    with signed(), connection.cursor() as cursor, pytest.raises(DatabaseError, match=code):
        cursor.execute(text)
