"""The night in which the clocks go forward and the one in which they go back, in two zones."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from clinical.tests.acting import shown
from reception.models import Appointment
from reception.tests.desk import arrives, url
from reception.tests.factories import AppointmentFactory

pytestmark = pytest.mark.django_db
# zone, the night it goes forward and an hour that is skipped, the night it goes back and its UTC offset at midnight
ZONES = [
    ("Europe/London", date(2027, 3, 28), time(1, 30), date(2026, 10, 25), 1),
    ("America/New_York", date(2027, 3, 14), time(2, 30), date(2026, 11, 1), -4),
]


@pytest.fixture(params=ZONES, ids=[zone for zone, *_ in ZONES])
def nights(request, settings):
    settings.TIME_ZONE = request.param[0]
    return request.param[1:]


def book(cast, on, at, **typed):
    client, address = cast.browse_as(cast.rosa), url("create_appointment", cast.ann_record)
    form = {"provider": cast.okafor_provider.pk, "date": on.isoformat(), "time": f"{at:%H:%M}"}
    return client.post(address, shown(client, address) | form | typed)


def test_a_time_that_the_clocks_skip_is_refused_in_words(cast, nights):
    forward, skipped, *_ = nights
    with time_machine.travel(datetime.combine(forward - timedelta(days=3), time(9), tzinfo=UTC)):
        response = book(cast, forward, skipped)
        assert response.status_code == 422
        assert "The clocks go forward in this night" in response.content.decode()
        assert f'value="{skipped:%H:%M}"' in response.content.decode()
        assert book(cast, forward, time(9)).status_code == 302
        assert book(cast, forward + timedelta(days=1), skipped).status_code == 302


def test_a_series_names_the_night_and_books_nothing(cast, nights):
    forward, skipped, *_ = nights
    with time_machine.travel(datetime.combine(forward - timedelta(days=20), time(9), tzinfo=UTC)):
        response = book(cast, forward - timedelta(weeks=2), skipped, times="4")
    assert f"do not go: {forward:%d-%b-%Y}" in response.content.decode()
    assert not Appointment.objects.exists()


def test_a_series_stands_at_the_same_hour_before_and_after(cast, nights):
    _, _, back, _ = nights
    with time_machine.travel(datetime.combine(back - timedelta(days=20), time(9), tzinfo=UTC)):
        assert book(cast, back - timedelta(weeks=2), time(10), times="4").status_code == 302
    assert {row.time for row in Appointment.objects.all()} == {time(10)}


def test_minutes_waited_go_on_while_the_hour_comes_twice(cast, nights):
    _, _, back, offset = nights
    midnight = datetime.combine(back, time(0), tzinfo=UTC) - timedelta(hours=offset)
    row = AppointmentFactory(date=back, time=time(1, 45), patient=cast.ann_record)
    with time_machine.travel(midnight + timedelta(hours=1, minutes=50), tick=False) as clock:
        arrives(row, arrived_at=datetime.now(UTC))
        clock.shift(timedelta(minutes=20))
        shown_day = cast.browse_as(cast.rosa).get(f"/board/?day={back}").context["day"]
        assert shown_day.is_today
        assert [card.waited for card in shown_day.waiting] == [20]


def test_today_begins_and_ends_at_the_clinics_midnight(cast, nights):
    forward, *_ = nights
    for on in (forward - timedelta(days=1), forward):
        AppointmentFactory(date=on, time=time(23, 30), patient=cast.ann_record)
    with time_machine.travel(datetime.combine(forward, time(12), tzinfo=UTC)):
        assert [row.date for row in Appointment.objects.coming()] == [forward]
