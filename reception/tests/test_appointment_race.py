"""Many desks press at once, each on a connection of its own."""

from datetime import time
from uuid import uuid4

import pytest
from django.utils import timezone

from clinical.tests.acting import shown
from emr_site.tests.races import at_once
from reception.models import Appointment, RoomStay, Visit
from reception.tests.desk import arrives, today_at, url
from reception.tests.factories import PatientFactory, RoomFactory, day

pytestmark = pytest.mark.django_db(transaction=True)
DESKS, SLOTS = 50, 10


def test_a_time_is_given_to_one_of_many_desks(cast):
    provider = cast.okafor_provider
    presses = []
    for desk in range(DESKS):
        client, patient = cast.browse_as(cast.rosa), PatientFactory()
        address = url("create_appointment", patient)
        # Overlapping, not equal: no unique key could tell.
        at = time(8 + desk % SLOTS, desk % 15)
        typed = {"provider": provider.pk, "date": str(day(1)), "time": f"{at:%H:%M}", "duration_minutes": "15"}
        form = shown(client, address) | typed
        presses.append(lambda client=client, address=address, form=form: client.post(address, form))
    answers = at_once(presses)
    assert sorted(answer.status_code for answer in answers) == [302] * SLOTS + [422] * (DESKS - SLOTS)
    assert all(b"another appointment at this time" in each.content for each in answers if each.status_code == 422)
    assert Appointment.objects.filter(provider=provider).count() == SLOTS


def test_a_patient_is_checked_in_once_by_many_desks(cast):
    booked = today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider)
    presses = []
    for _ in range(DESKS):
        client = cast.browse_as(cast.rosa)
        key = {"idempotency_key": str(uuid4())}
        presses.append(lambda client=client, key=key: client.post(url("check_in", booked), key))
    answers = at_once(presses)
    assert [answer.status_code for answer in answers] == [302] * DESKS
    assert sum(answer.url.startswith("/board/") for answer in answers) == 1
    assert Visit.objects.filter(appointment=booked).count() == 1


def test_a_room_is_given_to_one_of_many_desks(cast):
    room, presses = RoomFactory(), []
    for desk in range(DESKS // 5):
        here = today_at(f"{10 + desk}:00", patient=PatientFactory())
        arrives(here, arrived_at=timezone.now())
        client, form = cast.browse_as(cast.rosa), {"status": "Roomed", "seen": "Arrived", "room": room.pk}
        address = url("advance_appointment", here)
        presses.append(lambda client=client, address=address, form=form: client.post(address, form))
    assert [answer.status_code for answer in at_once(presses)] == [302] * len(presses)
    assert RoomStay.objects.count() == 1
    assert Appointment.objects.filter(status="Roomed").count() == 1
