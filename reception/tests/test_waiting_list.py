"""The waiting list fills free times: the best match is asked, the time is held, a yes books it, a no asks the next."""

from datetime import time, timedelta

import pytest
import time_machine
from django.utils import timezone

from emr_site.tests.factories import signed
from reception import procedures
from reception import waiting_list as waiting
from reception.models import Appointment, FreedSlot, Message, SlotOffer, WaitingRequest
from reception.outbox.answers import opt_out
from reception.outbox.offers import token_of
from reception.outbox.worker import Worker
from reception.tests.factories import AppointmentFactory, AppointmentTypeFactory, PatientFactory, day
from reception.tests.waiting import fill, offered
from reception.tests.waiting_factories import FreedSlotFactory, SlotOfferFactory, WaitingRequestFactory
from reception.waiting_matches import matches

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_quiet_hours")]
LIST = "/waiting-list/"


def cancel(appointment):
    with signed():
        procedures.cancel_appointment(appointment.pk, seen=appointment.version, cancel_reason="Ill")


def test_a_cancelled_time_is_offered_held_and_told(cast):
    wish = WaitingRequestFactory()
    booked = AppointmentFactory(date=day(3), time=time(10))
    cancel(booked)
    assert fill() == 1
    offer = offered()
    assert (offer.waiting_request, offer.provider, offer.date, offer.time) == (wish, booked.provider, day(3), time(10))
    assert offer.held_until - timezone.now() > timedelta(minutes=59)
    message = Message.objects.get(purpose="slot_offer")
    assert (message.patient, message.recipient) == (wish.patient, "07700 900 123")
    assert f"/o/{token_of(offer)}/" in message.body
    with signed():
        assert Worker().send_next()
    message.refresh_from_db()
    assert message.state == "sent"
    assert fill() == 0


def test_the_best_match_is_asked_first():
    slot = FreedSlotFactory(date=day(2))
    late = WaitingRequestFactory()
    longest = WaitingRequestFactory(asked_at=timezone.now() - timedelta(days=9))
    for_this_one = WaitingRequestFactory(provider=slot.provider)
    urgent = WaitingRequestFactory(urgency=1)
    assert matches(slot) == [urgent, for_this_one, longest, late]


@pytest.mark.parametrize(
    "fields",
    [
        {"weekdays": 0b1111111 ^ 1 << day(2).weekday()},
        {"starts": time(11)},
        {"ends": time(10)},
        {"from_date": day(3)},
        {"until_date": day(1), "from_date": day(0)},
        {"duration_minutes": 30},
        {"patient__phone_number": None},
        {"patient__deceased_on": day(-1)},
        {"patient__deactivated_at": timezone.now()},
        {"closed_at": timezone.now(), "closed_as": "withdrawn"},
    ],
)
def test_it_asks_only_whom_the_time_suits(fields):
    slot = FreedSlotFactory(date=day(2))
    WaitingRequestFactory(**fields)
    assert matches(slot) == []


def test_it_asks_nobody_who_is_busy_booked_earlier_or_wants_no_messages(cast):
    slot = FreedSlotFactory(date=day(2), time=time(10))
    busy, earlier, silent = (WaitingRequestFactory() for _ in range(3))
    AppointmentFactory(patient=busy.patient, date=day(2), time=time(10))
    sooner = AppointmentFactory(patient=earlier.patient, date=day(1), time=time(9))
    with signed():
        WaitingRequest.objects.filter(pk=earlier.pk).update(appointment=sooner)
        opt_out(silent.patient_id, "sms", said_by="desk")
    assert matches(slot) == []


def answer_by_link(client, offer, what):
    return client.post(f"/o/{token_of(offer)}/answer/", {"answer": what})


def test_a_yes_books_and_gives_up_the_later_appointment(client, cast):
    kind = AppointmentTypeFactory()
    later = AppointmentFactory(patient=cast.ann_record, date=day(20), time=time(9))
    wish = WaitingRequestFactory(patient=cast.ann_record, appointment=later, appointment_type=kind, note="Review")
    slot = FreedSlotFactory(date=day(2))
    offer = SlotOfferFactory(freed_slot=slot, waiting_request=wish)
    page = client.get(f"/o/{token_of(offer)}/").content.decode()
    assert "It is held for you until" in page
    assert "It takes the place of your appointment" in page
    assert answer_by_link(client, offer, "yes").status_code == 302
    offer.refresh_from_db()
    booked = offer.appointment
    assert (offer.state, booked.patient, booked.date, booked.appointment_type, booked.reason) == (
        "accepted", cast.ann_record, day(2), kind, "Review",
    )  # fmt: skip
    later.refresh_from_db()
    wish.refresh_from_db()
    slot.refresh_from_db()
    assert (later.status, wish.closed_as, slot.done_as) == ("Cancelled", "booked", "filled")
    assert "This time is yours" in client.get(f"/o/{token_of(offer)}/").content.decode()
    assert answer_by_link(client, offer, "yes").status_code == 302
    assert Appointment.objects.filter(patient=cast.ann_record, status="Scheduled").count() == 1


def test_a_no_asks_the_next_and_the_last_no_leaves_the_time_free(client):
    slot = FreedSlotFactory(date=day(2))
    first, second = WaitingRequestFactory(urgency=1), WaitingRequestFactory()
    fill()
    offer = offered(slot)
    assert offer.waiting_request == first
    answer_by_link(client, offer, "no")
    assert offered(slot).waiting_request == second
    answer_by_link(client, offered(slot), "no")
    slot.refresh_from_db()
    assert slot.done_as == "nobody"
    assert WaitingRequest.objects.live().count() == 2


def test_no_answer_in_time_lets_the_next_have_it(client):
    slot = FreedSlotFactory(date=day(2))
    WaitingRequestFactory(urgency=1)
    WaitingRequestFactory()
    fill()
    late = offered(slot)
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=True):
        assert "no longer held" in client.get(f"/o/{token_of(late)}/").content.decode()
        answer_by_link(client, late, "yes")
        assert not Appointment.objects.exists()


def test_what_has_run_out_goes_to_the_next():
    first, second = WaitingRequestFactory(urgency=1), WaitingRequestFactory()
    slot = FreedSlotFactory(date=day(2))
    SlotOfferFactory(freed_slot=slot, waiting_request=first, held_until=timezone.now() - timedelta(days=2))
    fill()
    assert SlotOffer.objects.get(waiting_request=first).state == "lapsed"
    assert offered(slot).waiting_request == second


def test_a_time_that_begins_too_soon_or_is_booked_is_offered_to_nobody(settings):
    settings.OFFER_NOTICE_HOURS = 72
    WaitingRequestFactory()
    soon = FreedSlotFactory(date=day(2))
    taken = FreedSlotFactory(date=day(9))
    AppointmentFactory(provider=taken.provider, date=day(9), time=time(10))
    assert fill() == 0
    assert list(FreedSlot.objects.filter(done_as="gone")) == [soon, taken]


def test_in_quiet_hours_the_hold_begins_in_the_morning(settings):
    settings.MESSAGE_QUIET_HOURS = "20:00-08:00"
    with time_machine.travel(timezone.localtime().replace(hour=22), tick=False):
        until = waiting.hold_until(FreedSlotFactory(date=day(3)))
    assert f"{timezone.localtime(until):%H:%M}" == "09:00"


def test_a_new_wish_brings_times_back_that_nobody_took(cast):
    slot = FreedSlotFactory(date=day(2), done_at=timezone.now(), done_as="nobody")
    with signed():
        waiting.ask(PatientFactory(phone_number="07700 900 9"), by=cast.rosa, from_date=day(0))
    assert fill() == 1
    assert offered(slot)


def test_a_wrong_link_is_like_any_other(client):
    assert client.get("/o/1.wrong/").status_code == 404
    assert client.post("/o/1.wrong/answer/", {"answer": "yes"}).status_code == 404
