"""A freed time is never given up while it is free and somebody waits for such a one."""

from datetime import time

import pytest
from django.test import Client
from django.utils import timezone

from emr_site.tests.factories import signed
from reception import procedures
from reception import waiting_list as waiting
from reception.models import Appointment, Message, Provider, SlotOffer, WaitingRequest
from reception.outbox.link import token_of as link_token
from reception.outbox.offers import token_of
from reception.tests.desk import works
from reception.tests.factories import AppointmentFactory, PatientFactory, ProviderFactory, day
from reception.tests.waiting import fill, offered
from reception.tests.waiting_factories import FreedSlotFactory, WaitingRequestFactory
from reception.waiting_matches import matches

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_quiet_hours")]
PHONE = "07700 900 123"


def says(offer, word):
    return Client().post(f"/o/{token_of(offer)}/answer/", {"answer": word})


def reachable(**fields):
    return PatientFactory(phone_number=PHONE, **fields)


def test_who_says_no_to_one_time_is_asked_about_the_other():
    WaitingRequestFactory()
    first, second = FreedSlotFactory(date=day(2)), FreedSlotFactory(date=day(3))
    assert (fill(), fill()) == (1, 0)
    says(offered(first), "no")
    assert fill() == 1
    assert offered(second)


def test_a_wish_that_is_edited_and_a_patient_who_gets_a_phone_are_asked():
    wish = WaitingRequestFactory(starts=time(14), patient__phone_number=None)
    slot = FreedSlotFactory(date=day(2))
    assert fill() == 0
    with signed():
        WaitingRequest.objects.filter(pk=wish.pk).update(starts=None)
        type(wish.patient).objects.filter(pk=wish.patient_id).update(phone_number=PHONE)
    assert fill() == 1
    assert offered(slot)


@pytest.mark.parametrize(
    ("hours", "at"),
    [
        ({"ends": time(10, 30)}, time(10)),
        ({"starts": time(10, 15)}, time(10, 15)),
        ({"starts": time(10, 20), "ends": time(10, 35)}, time(10, 20)),
        ({"starts": time(10, 50)}, None),
        ({"starts": time(10, 20), "ends": time(10, 30)}, None),
    ],
)
def test_it_finds_a_start_within_a_long_time(hours, at):
    slot = FreedSlotFactory(date=day(2), duration_minutes=60)
    WaitingRequestFactory(**hours)
    assert [each.at for each in matches(slot)] == ([at] if at else [])


def test_it_finds_a_start_beside_what_the_patient_has_booked():
    slot = FreedSlotFactory(date=day(2), duration_minutes=60)
    wish = WaitingRequestFactory()
    AppointmentFactory(patient=wish.patient, date=day(2), time=time(10))
    assert [each.at for each in matches(slot)] == [time(10, 15)]


def test_a_short_yes_leaves_the_rest_of_a_long_time_on_offer():
    FreedSlotFactory(date=day(2), duration_minutes=60)
    WaitingRequestFactory(urgency=1)
    WaitingRequestFactory()
    fill()
    says(SlotOffer.objects.open().get(), "yes")
    assert fill() == 1
    rest = SlotOffer.objects.open().get()
    assert (rest.time, rest.freed_slot.duration_minutes) == (time(10, 15), 45)


def test_what_is_refused_to_a_long_wish_is_offered_to_a_short_one():
    slot = FreedSlotFactory(date=day(2), duration_minutes=60)
    WaitingRequestFactory(urgency=1, duration_minutes=60)
    short = WaitingRequestFactory()
    works(slot.provider, day(2), "10:00", "10:30")
    assert fill() == 1
    assert offered(slot).waiting_request == short


def test_a_time_given_up_before_anybody_waited_finds_who_waits_later(cast):
    booked = AppointmentFactory(date=day(3))
    with signed():
        procedures.cancel_appointment(booked.pk, seen=booked.version, cancel_reason="Ill")
    assert fill() == 0
    with signed():
        waiting.ask(reachable(), by=cast.rosa, from_date=day(0))
    assert fill() == 1


def test_nobody_is_offered_the_time_they_gave_up():
    booked = AppointmentFactory(date=day(3), patient=reachable())
    WaitingRequestFactory(patient=booked.patient)
    Client().post(f"/a/{link_token(booked)}/cancel/", {"version": booked.version})
    assert fill() == 0
    WaitingRequestFactory()
    assert fill() == 1


def test_one_patient_with_two_wishes_gets_one_appointment():
    provider, patient = ProviderFactory(), reachable()
    later = AppointmentFactory(date=day(9), patient=patient)
    WaitingRequestFactory(patient=patient, appointment=later)
    WaitingRequestFactory(patient=patient, appointment=later, provider=provider)
    FreedSlotFactory(date=day(2), provider=provider)
    FreedSlotFactory(date=day(2))
    FreedSlotFactory(date=day(4))
    assert fill() == 2
    now, other = SlotOffer.objects.open().order_by("date")
    assert says(now, "yes").status_code == says(other, "yes").status_code == 302
    assert list(Appointment.objects.live().filter(patient=patient).values_list("date", flat=True)) == [day(2)]
    assert not WaitingRequest.objects.live().exists()


def test_times_of_who_has_left_are_no_longer_offered():
    WaitingRequestFactory()
    slot = FreedSlotFactory(date=day(2))
    with signed():
        Provider.objects.filter(pk=slot.provider_id).update(deactivated_at=timezone.now())
    assert fill() == 0
    slot.refresh_from_db()
    assert slot.done_as == "gone"


def test_an_offer_that_could_not_be_sent_goes_to_the_next():
    WaitingRequestFactory(urgency=1)
    second = WaitingRequestFactory()
    slot = FreedSlotFactory(date=day(2))
    fill()
    with signed():
        for state in ("sending", "failed"):
            Message.objects.update(state=state, claimed_at=timezone.now(), claimed_by="worker")
    assert fill() == 1
    assert offered(slot).waiting_request == second


def test_one_time_that_fails_keeps_no_other_from_its_people(monkeypatch, caplog):
    bad, good = FreedSlotFactory(date=day(2)), FreedSlotFactory(date=day(3))
    WaitingRequestFactory()
    real = waiting.hold_until
    monkeypatch.setattr(waiting, "hold_until", lambda slot: 1 / 0 if slot.pk == bad.pk else real(slot))
    assert fill() == 1
    assert offered(good)
    assert f"Free time {bad.pk} failed: ZeroDivisionError" in caplog.text
