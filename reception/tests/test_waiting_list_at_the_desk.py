"""The waiting list at the desk: who waits, what is offered, and the last word."""

from datetime import time
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from reception.models import Appointment, SlotOffer, WaitingRequest
from reception.tests.factories import AppointmentFactory, day
from reception.tests.waiting import fill, offered
from reception.tests.waiting_factories import FreedSlotFactory, SlotOfferFactory, WaitingRequestFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_quiet_hours")]
LIST = "/waiting-list/"


def test_a_held_time_cannot_be_booked_by_others_and_the_board_says_for_whom(cast):
    offer = SlotOfferFactory(freed_slot__provider=cast.okafor_provider)
    client, ann = cast.browse_as(cast.rosa), cast.ann_record
    typed = {
        "patient_id": ann.pk, "idempotency_key": str(uuid4()), "provider": offer.provider_id, "date": str(offer.date),
        "time": "10:00", "duration_minutes": "15",
    }  # fmt: skip
    answer = client.post(f"/patients/{ann.pk}/appointments/new/", typed)
    assert answer.status_code == 422
    assert "held for somebody of the waiting list" in answer.content.decode()
    assert "Held until" in client.get(f"/board/?day={offer.date}").content.decode()
    client.post(f"{LIST}offers/{offer.pk}/answer/", {"answer": "withdraw"})
    assert client.post(f"/patients/{ann.pk}/appointments/new/", typed).status_code == 302


@pytest.mark.parametrize(("said", "state"), [("yes", "accepted"), ("no", "declined"), ("withdraw", "withdrawn")])
def test_the_desk_answers_for_a_patient_on_the_phone(cast, said, state):
    offer = SlotOfferFactory()
    client = cast.browse_as(cast.rosa)
    client.post(f"{LIST}offers/{offer.pk}/answer/", {"answer": said})
    offer.refresh_from_db()
    assert (offer.state, offer.decided_by) == (state, cast.rosa)
    assert Appointment.objects.filter(patient=offer.patient).exists() == (said == "yes")
    page = client.post(f"{LIST}offers/{offer.pk}/answer/", {"answer": said}, follow=True).content.decode()
    assert "This time is no longer held." in page


def test_the_desk_offers_it_to_another(cast):
    slot = FreedSlotFactory(date=day(2))
    first, other = WaitingRequestFactory(urgency=1), WaitingRequestFactory()
    fill()
    client, url = cast.browse_as(cast.rosa), f"{LIST}times/{slot.pk}/offer/"
    assert f'value="{other.pk}"' in client.get(url).content.decode()
    page = client.post(url, {"request": other.pk}, follow=True)
    assert "Offered to" in page.content.decode()
    assert offered(slot).waiting_request == other
    assert SlotOffer.objects.get(waiting_request=first).state == "withdrawn"


def test_the_desk_cannot_offer_to_whom_it_does_not_suit(cast):
    slot, wish = FreedSlotFactory(date=day(2)), WaitingRequestFactory(duration_minutes=60)
    url = f"{LIST}times/{slot.pk}/offer/"
    page = cast.browse_as(cast.rosa).post(url, {"request": wish.pk}, follow=True).content.decode()
    assert "no longer suits this patient" in page
    assert not SlotOffer.objects.exists()


def test_free_again_is_what_is_free_and_to_come(cast):
    client, slot = cast.browse_as(cast.rosa), FreedSlotFactory(date=day(2), done_at=timezone.now(), done_as="nobody")
    assert "Nobody took it" in client.get(LIST).content.decode()
    AppointmentFactory(provider=slot.provider, date=day(2), time=time(10))
    assert "Nobody took it" not in client.get(LIST).content.decode()
    with time_machine.travel(timezone.localtime().replace(hour=12), tick=True):
        FreedSlotFactory(date=day(0), time=time(10), done_at=timezone.now(), done_as="nobody")
        assert "Nobody took it" not in client.get(LIST).content.decode()


def test_the_list_shows_who_waits_most_urgent_first(cast, django_assert_max_num_queries):
    WaitingRequestFactory(patient__family_name="Later")
    WaitingRequestFactory(patient__family_name="First", urgency=1, weekdays=5, starts=time(9))
    SlotOfferFactory()
    client = cast.browse_as(cast.rosa)
    with django_assert_max_num_queries(8):
        page = client.get(LIST).content.decode()
    assert page.index("FIRST") < page.index("LATER")
    assert "Mon, Wed, from 09:00" in page


def typed(cast, **fields):
    wish = {"urgency": "2", "duration_minutes": "15", "from_date": str(day(0)), "weekdays": ["1", "4"]} | fields
    return {"patient_id": cast.ann_record.pk, "idempotency_key": str(uuid4())} | wish


def test_it_is_asked_from_an_appointment(cast):
    later = AppointmentFactory(patient=cast.ann_record, date=day(20), reason="Knee")
    url = f"/patients/{cast.ann_record.pk}/waiting/new/?appointment={later.pk}"
    client = cast.browse_as(cast.rosa)
    assert "takes the place of the appointment" in client.get(url).content.decode()
    assert client.post(url, typed(cast)).status_code == 302
    wish = WaitingRequest.objects.get()
    assert (wish.appointment, wish.weekdays, wish.days, wish.asked_by) == (later, 5, "Mon, Wed", cast.rosa)
    answer = client.post(url, typed(cast))
    assert "on the waiting list for this already" in answer.content.decode()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"weekdays": []}, "Choose at least one day."),
        ({"starts": "12:00", "ends": "09:00"}, "The hours end before they begin."),
        ({"until_date": "1/1/2020"}, "in the past"),
        ({"from_date": ""}, "Enter the first day."),
        ({"starts": "25:99"}, "24-hour clock"),
    ],
)
def test_it_refuses_with_a_sentence(cast, fields, sentence):
    url = f"/patients/{cast.ann_record.pk}/waiting/new/"
    answer = cast.browse_as(cast.rosa).post(url, typed(cast, note="Kept", **fields))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Kept" in answer.content.decode()
    assert not WaitingRequest.objects.exists()


def test_a_wish_is_edited_and_both_versions_are_shown_when_two_do(cast):
    wish = WaitingRequestFactory(patient=cast.ann_record, note="Old")
    url, client = f"/patients/{cast.ann_record.pk}/waiting/{wish.pk}/edit/", cast.browse_as(cast.rosa)
    fields = {each.name: each.value() for each in client.get(url).context["form"] if each.value() is not None}
    assert client.post(url, fields | {"note": "New"}).status_code == 302
    answer = client.post(url, fields | {"note": "Mine"})
    assert answer.status_code == 409
    assert "New" in answer.content.decode()


def test_who_is_taken_off_is_offered_nothing_more(cast):
    offer = SlotOfferFactory(waiting_request__patient=cast.ann_record)
    url = f"/patients/{cast.ann_record.pk}/waiting/{offer.waiting_request_id}/take-off/"
    cast.browse_as(cast.rosa).post(url, {"patient_id": cast.ann_record.pk})
    offer.refresh_from_db()
    wish = offer.waiting_request
    wish.refresh_from_db()
    assert (offer.state, wish.closed_as, wish.closed_by) == ("withdrawn", "withdrawn", cast.rosa)
