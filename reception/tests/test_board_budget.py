"""What the day of a large practice may cost: statements, bytes, and names compared."""

from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from emr_site.tests.factories import signed
from reception.models import Appointment
from reception.near_names import alike, similar_names
from reception.tests.desk import works
from reception.tests.factories import PatientFactory, ProviderFactory, RoomFactory, day

pytestmark = pytest.mark.django_db
EACH = 60
BYTES_OF_A_CARD = 520


@pytest.fixture(params=[4, 40])
def full_house(request, cast):
    """Today, so many providers of sixty appointments each."""
    busy = [ProviderFactory() for _ in range(request.param)]
    patients = [PatientFactory() for _ in range(20)]
    for provider in busy:
        works(provider, day(0), "08:00", "18:00", room=RoomFactory())
    with signed():
        Appointment.objects.bulk_create(
            Appointment(
                patient=patients[n % 20],
                provider=provider,
                date=day(0),
                time=time(8 + n // 6, n % 6 * 10),
                duration_minutes=10,
                reason="Review results",
            )
            for provider in busy
            for n in range(EACH)
        )
    return busy


def test_it_asks_fewer_than_fifteen_times_whatever_is_asked(cast, full_house):
    client = cast.browse_as(cast.rosa)
    one = f"/board/?provider={full_house[0].pk}"
    fragment = {"HX-Request": "true", "X-Background": "1"}
    unchanged = fragment | {"If-None-Match": client.get("/board/")["ETag"]}
    for path, headers in (("/board/", {}), (one, {}), ("/board/", fragment), (one, fragment), ("/board/", unchanged)):
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(path, headers=headers)
        assert answer.status_code in (200, 304)
        assert len(queries) < 15


def test_it_writes_each_appointment_once_and_short(cast, full_house):
    page = cast.browse_as(cast.rosa).get("/board/")
    cards = len(full_house) * EACH
    assert len(page.context["day"].cards) == cards
    assert len(page.content) < cards * BYTES_OF_A_CARD + len(full_house) * 1_000 + 40_000
    assert page.content.count(b"Check in<span") == 15
    assert f"All {cards} who are to come".encode() in page.content


def test_each_name_is_compared_once_however_many_bear_it(monkeypatch):
    compared = []

    def counting(one, other):
        compared.append((one, other))
        return alike(one, other)

    monkeypatch.setattr("reception.near_names.alike", counting)
    sounds = {"family_sound": "530", "given_sound": "500"}
    people = [
        {"id": n, "family_name": ("Smith", "Snyde")[n % 2], "given_name": ("Jon", "Ken")[n % 2]} | sounds
        for n in range(400)
    ]
    assert similar_names(people) == set(range(400))
    assert len(compared) <= 2
