"""No two people ever hold one time: workers, desks and patients at once, each on a connection of its own."""

from datetime import time
from uuid import uuid4

import pytest
from django.test import Client

from emr_site.tests.races import at_once
from reception.models import Appointment, SlotOffer
from reception.outbox.offers import token_of
from reception.tests.factories import day
from reception.tests.waiting import fill
from reception.tests.waiting_factories import FreedSlotFactory, SlotOfferFactory, WaitingRequestFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("no_quiet_hours")]
MANY = 20


def test_many_workers_offer_a_time_to_one(cast):
    provider = cast.okafor_provider
    slots = [FreedSlotFactory(provider=provider, date=day(2), time=time(10, minute)) for minute in (0, 5, 10)]
    for _ in range(MANY):
        WaitingRequestFactory()

    at_once([fill] * MANY)
    assert SlotOffer.objects.open().filter(freed_slot__in=slots).count() == 1


def test_many_workers_offer_one_patient_one_time_of_a_moment(cast):
    wish = WaitingRequestFactory(patient__phone_number="07700 900 123")
    WaitingRequestFactory(patient=wish.patient, provider=cast.lund_provider)
    for provider in (cast.okafor_provider, cast.lund_provider):
        FreedSlotFactory(provider=provider, date=day(2), time=time(10))

    at_once([fill] * MANY)
    assert SlotOffer.objects.open().filter(patient=wish.patient).count() == 1


def test_a_yes_and_a_desk_at_once_make_one_appointment(cast):
    offer, patient = SlotOfferFactory(freed_slot__provider=cast.okafor_provider), cast.ann_record
    typed = {
        "patient_id": patient.pk, "provider": offer.provider_id, "date": str(offer.date), "time": "10:00",
        "duration_minutes": "15",
    }  # fmt: skip
    address = f"/patients/{patient.pk}/appointments/new/"
    presses = [lambda: Client().post(f"/o/{token_of(offer)}/answer/", {"answer": "yes"}) for _ in range(MANY // 2)]
    for _ in range(MANY // 2):
        desk, form = cast.browse_as(cast.rosa), typed | {"idempotency_key": str(uuid4())}
        presses.append(lambda desk=desk, form=form: desk.post(address, form))
    answers = at_once(presses)
    assert {answer.status_code for answer in answers} <= {302, 422, 200}
    booked = Appointment.objects.get(provider=offer.provider_id)
    assert booked.patient_id == offer.patient_id
