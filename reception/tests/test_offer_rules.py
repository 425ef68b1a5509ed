"""What the database holds to about wishes, freed times and offers, whoever writes."""

from datetime import time, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from emr_site.tests.factories import signed
from reception import procedures
from reception.models import Appointment, FreedSlot, Provider, SlotOffer
from reception.tests.desk import acts, arrives
from reception.tests.factories import AppointmentFactory, PatientFactory, ProviderFactory, day
from reception.tests.waiting_factories import FreedSlotFactory, SlotOfferFactory, WaitingRequestFactory

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


def test_it_is_written_down_before_anybody_waits(cast):
    booked = AppointmentFactory(date=day(3), time=time(10))
    cancel(booked)
    slot = FreedSlot.objects.get()
    assert (slot.patient, slot.done_at) == (booked.patient, None)


def test_what_is_past_or_still_taken_by_another_is_no_free_time(cast):
    cancel(AppointmentFactory(date=day(-2)))
    booked = AppointmentFactory(date=day(3), time=time(10))
    with acts(cast.ada):
        Appointment.objects.create(
            patient=PatientFactory(), provider=booked.provider, date=day(3), time=time(10), overbooked_by=cast.ada
        )
    cancel(booked)
    assert not FreedSlot.objects.exists()


@pytest.mark.parametrize(
    ("clock", "left"),
    [
        (time(10), [(time(10, 15), 45)]),
        (time(10, 15), [(time(10), 15), (time(10, 30), 30)]),
        (time(10, 45), [(time(10), 45)]),
        (time(11), [(time(10), 60)]),
    ],
)
@pytest.mark.parametrize("done_as", [None, "nobody"])
def test_what_is_left_of_a_freed_time_goes_on_whoever_books(clock, left, done_as):
    done = {"done_at": timezone.now(), "done_as": done_as} if done_as else {}
    slot = FreedSlotFactory(date=day(3), duration_minutes=60, patient=PatientFactory(), **done)
    row = AppointmentFactory(provider=slot.provider, date=day(2), time=clock)
    with signed():
        Appointment.objects.filter(pk=row.pk).update(date=day(3), move_reason="A call")
    open_ones = FreedSlot.objects.on_offer().filter(date=day(3)).order_by("time")
    assert list(open_ones.values_list("time", "duration_minutes")) == left
    assert {each.patient_id for each in open_ones} == {slot.patient_id}


def refused(act, code):
    with pytest.raises(DatabaseError, match=code), transaction.atomic():
        act()


def test_nobody_is_offered_two_times_at_once_or_one_at_which_they_are_booked(cast):
    offer = SlotOfferFactory(freed_slot__date=day(3))
    other = WaitingRequestFactory(patient=offer.patient, provider=ProviderFactory())
    refused(lambda: SlotOfferFactory(freed_slot__date=day(3), waiting_request=other), "slot_offer_patient_busy")
    AppointmentFactory(patient=offer.patient, date=day(4), time=time(10))
    refused(lambda: SlotOfferFactory(freed_slot__date=day(4), waiting_request=other), "slot_offer_patient_busy")


def test_a_yes_is_refused_to_whom_is_booked_meanwhile():
    offer = SlotOfferFactory(freed_slot__date=day(3))
    AppointmentFactory(patient=offer.patient, date=day(3), time=time(10, 10))
    rows = SlotOffer.objects.filter(pk=offer.pk)
    with signed():
        refused(lambda: rows.update(state="accepted", answered_at=timezone.now()), "slot_offer_patient_busy")


def test_nothing_is_offered_of_who_has_left():
    slot = FreedSlotFactory(date=day(3))
    with signed():
        Provider.objects.filter(pk=slot.provider_id).update(deactivated_at=timezone.now())
    refused(lambda: SlotOfferFactory(freed_slot=slot), "provider_inactive")


@pytest.mark.parametrize("status", ["Cancelled", "Arrived"])
def test_a_wish_to_come_before_an_appointment_ends_with_it(status):
    later = AppointmentFactory(date=day(0), time=time(23))
    wish = WaitingRequestFactory(patient=later.patient, appointment=later)
    offer = SlotOfferFactory(waiting_request=wish)
    if status == "Arrived":
        arrives(later)
    else:
        cancel(later)
    wish.refresh_from_db()
    offer.refresh_from_db()
    assert (wish.closed_as, offer.state) == ("over", "withdrawn")


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
