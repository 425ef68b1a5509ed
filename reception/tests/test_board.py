"""The day board: providers as columns, each patient where they are, and what can still be booked."""

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.utils import timezone

from emr_site.tests.factories import signed
from emr_site.tests.plans import assert_reads, plans_of
from reception.board import Day
from reception.models import Appointment
from reception.tests.desk import arrives, today_at, works
from reception.tests.factories import AppointmentFactory, PatientFactory, ProviderFactory, RoomFactory, day

pytestmark = pytest.mark.django_db
STATES = (
    ("BOOKED", "s-book", "clock", "Booked"),
    ("WAITS", "s-wait", "door-open", "Waiting"),
    ("SITS", "s-with", "stethoscope", "With doctor"),
    ("LEFT", "s-done", "circle-check", "Done"),
)


def board(cast, query="", who="rosa"):
    return cast.browse_as(getattr(cast, who)).get(f"/board/{query}")


def test_it_draws_each_state_as_icon_and_word(cast):
    provider, now = cast.okafor_provider, timezone.now()
    today_at("09:00", provider=provider, patient__family_name="Booked")
    arrives(today_at("09:30", provider=provider, patient__family_name="Waits"), arrived_at=now - timedelta(minutes=23))
    seen = {"arrived_at": now - timedelta(minutes=40), "started_at": now - timedelta(minutes=9)}
    arrives(today_at("10:00", provider=provider, patient__family_name="Sits"), **seen)
    arrives(today_at("10:30", provider=provider, patient__family_name="Left"), **seen, left_at=now)
    with signed():
        Appointment.objects.filter(pk=today_at("11:00", provider=provider).pk).update(
            status="Cancelled", cancel_reason="Ill"
        )
    response = board(cast)
    day_shown, page = response.context["day"], response.content.decode()
    assert [card.state for card in day_shown.cards] == ["Booked", "Waiting", "With doctor", "Done"]
    for name, look, symbol, word in STATES:
        card = page[page.index(f"appt {look}") :]
        card = card[: card.index("</li>")]
        assert (f"#i-{symbol}" in card, name in card, word in card) == (True, True, True)
    assert [(card.waited, card.waits_long) for card in day_shown.waiting] == [(23, True)]
    assert (day_shown.booked, day_shown.seen) == (4, 1)


def test_it_offers_what_is_free_within_the_hours_of_who_works(cast):
    tomorrow, provider = day(1), cast.okafor_provider
    works(provider, tomorrow, "09:00", "10:00", room=RoomFactory(room_number=204))
    works(provider, tomorrow, "10:30", "11:00")
    AppointmentFactory(provider=provider, time=time(9, 10), duration_minutes=25)
    response = board(cast, f"?day={tomorrow}")
    (column,) = response.context["day"].columns
    assert [f"{free.time:%H:%M}" for free in column.free] == ["09:45", "10:30", "10:45"]
    assert [(shut.row, shut.rows, shut.word) for shut in column.closed] == [
        (1, 4, "Not in"),
        (9, 2, "Break"),
        (13, 24, "Not in"),
    ]
    slot = f"?provider={provider.pk}&amp;date={tomorrow}&amp;time=09:45"
    assert f"/appointments/new/{slot}" in response.content.decode()
    assert "204" in response.content.decode()


def test_it_offers_nothing_that_is_over(cast):
    for offset in (-1, -7):
        works(cast.okafor_provider, day(offset), "00:00", "23:45")
        assert Day(day(offset)).free_count == 0
    today = Day(day(0))
    assert all(free.row >= today.now_row for column in today.columns for free in column.free)


def test_it_offers_booking_and_checking_in_to_the_desk_alone(cast):
    works(cast.okafor_provider, day(0), "00:00", "23:45")
    today_at("09:00", provider=cast.okafor_provider)
    for who, may in (("rosa", True), ("ada", True), ("okafor", False), ("ned", False)):
        page = board(cast, who=who).content.decode()
        assert ("Book appointment" in page) is may
        assert ("Check in" in page) is may


def test_it_marks_this_moment_on_today_alone(cast):
    with time_machine.travel(datetime.combine(day(0), time(12, 7), tzinfo=timezone.get_current_timezone()), tick=False):
        today_at("09:00")
        AppointmentFactory(date=day(1))
        assert 'now-tag r17 t1">12:07' in board(cast).content.decode()
        assert "now-tag" not in board(cast, f"?day={day(1)}").content.decode()


def test_it_shows_one_provider_or_all_who_work_or_are_booked(cast):
    works(cast.lund_provider, day(1), "09:00", "12:00")
    cast.ann_appointment  # noqa: B018
    gone = ProviderFactory(family_name="Gone")
    works(gone, day(1), "09:00", "12:00")
    with signed():
        type(gone).objects.filter(pk=gone.pk).update(deactivated_at=timezone.now())
    everyone = board(cast, f"?day={day(1)}").context["day"]
    assert [column.provider for column in everyone.columns] == [cast.lund_provider, cast.okafor_provider]
    one = board(cast, f"?day={day(1)}&provider={cast.lund_provider.pk}").context["day"]
    assert [column.provider for column in one.columns] == [cast.lund_provider]


@pytest.mark.parametrize("path", ["/board/", "/appointments/"])
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?day=31/2/2026", "Write the date as day, month, year"),
        ("?day=2999-01-01", "too far ahead"),
        ("?provider=99999999", "This provider is not known"),
        ("?provider=x%27", "This provider is not known"),
    ],
)
def test_it_says_what_it_could_not_read_and_shows_today(cast, path, query, sentence):
    response = cast.browse_as(cast.rosa).get(path + query)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert response.context["day"].is_today
    assert "<title>Error: " in response.content.decode()


def test_nobody_waits_on_another_day(cast):
    arrives(AppointmentFactory(date=day(-1)), arrived_at=timezone.now() - timedelta(days=1))
    shown = board(cast, f"?day={day(-1)}").context["day"]
    assert [card.state for card in shown.cards] == ["Waiting"]
    assert shown.waiting == shown.expected == []


def test_a_day_off_says_so(cast):
    assert "Nobody works on this day" in board(cast, "?day=2040-01-01").content.decode()
    assert "Nothing is booked" in cast.browse_as(cast.rosa).get("/appointments/?day=2040-01-01").content.decode()


def test_the_list_has_those_cancelled_too(cast):
    with signed():
        Appointment.objects.filter(pk=cast.ann_appointment.pk).update(status="Cancelled", cancel_reason="Ill")
    page = cast.browse_as(cast.ned).get(f"/appointments/?day={day(1)}").content.decode()
    assert "HALE, Ann" in page
    assert "Cancelled" in page


@pytest.mark.django_db(transaction=True)
def test_it_reads_one_day_of_a_long_diary(cast, owner):
    provider, patient = ProviderFactory(), PatientFactory()
    with signed():
        Appointment.objects.bulk_create(
            (
                Appointment(
                    patient=patient, provider=provider, date=day(-n // 20), time=time(8 + n % 20 // 4, n % 4 * 15)
                )
                for n in range(4_000)
            ),
            batch_size=1000,
        )
    owner.execute("ANALYZE TABLE Appointment, ProviderHours")
    owner.fetchall()
    for chosen in (None, provider):
        plans = plans_of(lambda chosen=chosen: Day(day(-50), provider=chosen), ["Appointment"])
        assert plans
        for sql, steps in plans:
            assert_reads(sql, steps, at_most=60)


def test_it_marks_names_that_may_be_mixed_up_on_one_day(cast):
    provider = cast.okafor_provider
    today_at("09:00", provider=provider, duration_minutes=30, patient__family_name="Smith", patient__given_name="Jon")
    today_at("10:00", duration_minutes=30, patient__family_name="Smythe", patient__given_name="John")
    today_at("11:00", provider=provider, patient__family_name="Winter", patient__given_name="Rose")
    response = board(cast)
    marked = {card.appointment.family_name for card in response.context["day"].cards if "Similar name" in card.flag}
    assert marked == {"Smith", "Smythe"}
    assert response.content.decode().count("</svg>Similar name") == 2
