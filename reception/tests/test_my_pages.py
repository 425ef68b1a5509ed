"""A patient's own home, details and visits."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse

from accounts.tests.factories import UserFactory
from audit.models import Look
from reception.tests.factories import AppointmentFactory, RoomFactory, day
from reception.tests.record_factories import InsuranceFactory
from reception.tests.schedule_factories import ProviderHoursFactory

pytestmark = pytest.mark.django_db
HOME, INFORMATION, APPOINTMENTS = "/my/", "/my/information/", "/my/appointments/"
# Eight of the page's own, and two that sign the connection for the look and clear it afterwards.
QUERIES = 10


def on_the_wall(clock):
    """That moment of today at the clinic, in summer as in winter."""
    return datetime.combine(day(0), time.fromisoformat(clock), ZoneInfo(settings.TIME_ZONE))


@pytest.fixture
def ann(cast):
    """Ann at her phone."""
    assert cast.ann_record
    return cast.browse_as(cast.ann)


def text(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("clock", "greeting"), [("08:00", "Good morning"), ("13:00", "Good afternoon"), ("19:00", "Good evening")]
)
def test_it_greets_by_the_clinics_clock_and_shows_the_next_visit(cast, clock, greeting):
    with time_machine.travel(f"2026-11-23T{clock}:00Z", tick=False):
        AppointmentFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(3))
        AppointmentFactory(patient=cast.ann_record, provider=cast.lund_provider, date=day(4))
        page = text(cast.browse_as(cast.ann).get(HOME))
    assert f"{greeting}, Ann" in page
    assert "Thursday 26 November" in page
    assert "10:30am" in page
    assert "Dr. Chidi Okafor" in page
    assert "Lund" not in page


def test_it_says_where_the_provider_sits_at_that_hour(cast, ann):
    appointment, room = cast.ann_appointment, RoomFactory(room_number=204)
    ProviderHoursFactory(provider=cast.okafor_provider, weekday=appointment.date.weekday(), room=room)
    assert "Room 204" in text(ann.get(HOME))
    assert "Room 204" in text(ann.get(reverse("reception:my_appointment", args=[appointment.pk])))


def test_it_says_how_to_book_when_nothing_is(cast, ann, settings):
    AppointmentFactory(patient=cast.ann_record, status="Cancelled")
    assert cast.bo_appointment
    page = text(ann.get(HOME))
    assert "You have no visit booked." in page
    assert settings.CLINIC_PHONE in page


def test_it_shows_what_is_on_file_and_how_to_correct_it(cast, ann, settings):
    InsuranceFactory(patient=cast.ann_record, insurance_details="Northern Mutual", member_number="NM7")
    page = text(ann.get(INFORMATION))
    for words in ("Ann Hale", "14-Aug-1980", "01632 960 201", "3 Elm Row", "Northern Mutual", "NM7", "Not recorded"):
        assert words in page
    assert f"Call {settings.CLINIC_PHONE}" in page
    assert "<input" not in page.replace('<input type="hidden"', "")


def test_it_lists_what_is_booked_and_what_has_been(cast, ann):
    AppointmentFactory(patient=cast.ann_record, date=day(2), reason="Second")
    AppointmentFactory(patient=cast.ann_record, date=day(1), reason="First")
    AppointmentFactory(patient=cast.ann_record, date=day(3), reason="Not any more", status="Cancelled")
    AppointmentFactory(patient=cast.ann_record, date=day(-9), reason="Long ago", status="Completed")
    AppointmentFactory(patient=cast.bo_record, reason="Another's")
    page = text(ann.get(APPOINTMENTS))
    order = [page.index(words) for words in ("First", "Second", "Not any more", "Past", "Long ago")]
    assert order == sorted(order)
    assert "Cancelled. Dr." in page
    assert "Another's" not in page


def test_it_counts_a_visit_as_coming_until_it_ends(cast):
    appointment = AppointmentFactory(patient=cast.ann_record, date=day(0), time=time(10, 30))
    for clock, is_coming in (("10:44", True), ("10:46", False)):
        with time_machine.travel(on_the_wall(clock), tick=False):
            page = cast.browse_as(cast.ann).get(APPOINTMENTS)  # signed in at that hour: an old session would have ended
            assert (appointment in page.context["coming"]) == is_coming


def test_it_shows_a_long_past_page_by_page(cast, ann):
    for days in range(1, 26):
        AppointmentFactory(patient=cast.ann_record, date=day(-days))
    first = ann.get(APPOINTMENTS)
    second = ann.get(APPOINTMENTS + f"?after={first.context['past'].following}")
    assert [each.date for each in [*first.context["past"], *second.context["past"]]] == [day(-n) for n in range(1, 26)]
    assert "Earlier" in text(first)
    assert "Newest" in text(second)


def test_it_shows_one_visit_and_how_to_change_it(cast, ann, settings):
    page = text(ann.get(reverse("reception:my_appointment", args=[cast.ann_appointment.pk])))
    assert "Dr. Chidi Okafor" in page
    assert "15 minutes" in page
    assert "Call to change or cancel" in page
    past = AppointmentFactory(patient=cast.ann_record, date=day(-3), status="Completed")
    assert "Call to change" not in text(ann.get(reverse("reception:my_appointment", args=[past.pk])))


def test_it_has_no_page_for_anothers_visit_or_for_none(cast, ann):
    for pk in (cast.bo_appointment.pk, 10**12, 10**30):
        assert ann.get(f"/my/appointments/{pk}/").status_code == 404


def test_it_tells_a_sign_in_without_a_record_whom_to_call_and_has_no_other_page(cast, settings):
    browser = cast.browse_as(UserFactory(role="Patient", username="newcomer"))
    home = text(browser.get(HOME))
    assert "not connected to your record yet" in home
    assert settings.CLINIC_PHONE in home
    assert "newcomer" in home
    assert [browser.get(url).status_code for url in (INFORMATION, APPOINTMENTS)] == [404] * 2
    assert not Look.objects.exists()


def test_it_records_each_look(cast, ann):
    for url in (HOME, INFORMATION, APPOINTMENTS):
        ann.get(url)
    looks = Look.objects.filter(patient_id=cast.ann_record.pk, user_name="ann").values_list("part", flat=True)
    assert sorted(looks) == ["my appointments", "my home", "my information"]


@pytest.mark.parametrize("url", [HOME, INFORMATION, APPOINTMENTS])
def test_it_costs_no_more_queries_however_long_the_history(cast, ann, url, django_assert_max_num_queries):
    for days in range(-30, 9):
        AppointmentFactory(patient=cast.ann_record, date=day(days))
    with django_assert_max_num_queries(QUERIES):
        assert ann.get(url).status_code == 200
