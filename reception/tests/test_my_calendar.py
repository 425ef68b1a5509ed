"""A provider's appointments in their own calendar: the address, what is behind it, and who closes it."""

from datetime import time, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from accounts.models import User
from audit.models import AuditLog, Look
from emr_site.db import refusal_code
from emr_site.tests.factories import signed
from reception.models import Appointment, Provider, ProviderFeed
from reception.outbox.calendar import calendar_of
from reception.outbox.feeds import Feed
from reception.tests.factories import AppointmentFactory, day
from reception.tests.schedule_factories import ProviderFeedFactory

pytestmark = pytest.mark.django_db
PAGE, NEW, STOP = "/my-calendar/", "/my-calendar/new/", "/my-calendar/stop/"
KEY = {"idempotency_key": "7a0cb0ed-2f5c-4c5b-9d0f-0d8d1f1f2a11"}
OTHER_KEY = {"idempotency_key": "7a0cb0ed-2f5c-4c5b-9d0f-0d8d1f1f2a12"}


@pytest.fixture
def okafor(cast):
    assert cast.okafor_provider
    return cast.browse_as(cast.okafor)


def made(browser, key=KEY):
    """The path of a new address, as the page shows it."""
    answer = browser.post(NEW, key)
    assert answer.status_code == 200
    return answer.context["address"].removeprefix("http://127.0.0.1:8000")


def events_of(answer):
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_it_shows_the_address_once_and_keeps_only_its_digest(okafor, cast):
    path = made(okafor)
    assert path.startswith("/calendar/")
    token = path.removeprefix("/calendar/").removesuffix(".ics")
    feed = ProviderFeed.objects.get()
    assert (feed.provider, feed.created_by) == (cast.okafor_provider, cast.okafor)
    assert token not in okafor.get(PAGE).text
    assert not AuditLog.objects.filter(new_value__icontains=token).exists()
    assert AuditLog.objects.filter(table_name="ProviderFeed", action="C", user_name="okafor").count() == 1


def test_whoever_holds_it_reads_times_and_initials_and_nothing_else(okafor, cast):
    row = cast.ann_appointment
    assert cast.bo_appointment
    looks = Look.objects.count()
    answer = Client().get(made(okafor))
    (event,) = events_of(answer)
    assert (event["SUMMARY"], event["DTSTART"].dt.time()) == ("A.H.", time(10, 30))
    for words in (b"Hale", b"Ann", b"Check-up", b"01632 960 201"):
        assert words not in answer.content
    (of_patient,) = Calendar.from_ical(calendar_of(row)).walk("VEVENT")
    assert (event["UID"], event["SEQUENCE"]) == (of_patient["UID"], of_patient["SEQUENCE"])
    assert Look.objects.count() == looks


def test_it_leaves_out_what_is_cancelled_or_far_off(okafor, cast):
    provider, path = cast.okafor_provider, made(okafor)
    for days in (-31, -29, 179, 181):
        AppointmentFactory(provider=provider, date=day(days))
    with signed():
        gone = AppointmentFactory(provider=provider)
        Appointment.objects.filter(pk=gone.pk).update(status="Cancelled", cancel_reason="Ill")
    assert [event["DTSTART"].dt.date() for event in events_of(Client().get(path))] == [day(-29), day(179)]


def test_it_answers_304_until_something_moves(okafor, cast):
    row, path, browser = cast.ann_appointment, made(okafor), Client()
    first = browser.get(path)
    again = browser.get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    with signed():
        Appointment.objects.filter(pk=row.pk).update(time=time(15), move_reason="A call")
    later = browser.get(path, headers={"if-none-match": first["ETag"]})
    assert events_of(later)[0]["SEQUENCE"] > events_of(first)[0]["SEQUENCE"]


def test_it_asks_the_same_however_many_appointments(cast, django_assert_num_queries):
    for hour in range(8, 16):
        AppointmentFactory(provider=cast.okafor_provider, time=time(hour))
    with django_assert_num_queries(2):
        assert Feed(cast.okafor_provider).content().count(b"BEGIN:VEVENT") == 8


def test_a_new_address_closes_the_one_before(okafor):
    first, second = made(okafor), made(okafor, OTHER_KEY)
    assert [Client().get(path).status_code for path in (first, second)] == [404, 200]


def test_the_same_form_sent_again_leaves_the_address_open(okafor):
    path = made(okafor)
    assert okafor.post(NEW, KEY).status_code == 302
    assert Client().get(path).status_code == 200
    assert ProviderFeed.objects.count() == 1


def test_stop_closes_it(okafor):
    path = made(okafor)
    assert okafor.post(STOP).status_code == 302
    assert Client().get(path).status_code == 404
    assert "No address is open" in okafor.get(PAGE).text


def test_it_closes_by_itself_when_the_owner_may_no_longer_see_it(okafor, cast):
    path = made(okafor)
    for model, pk, columns in (
        (User, cast.okafor.pk, {"is_active": False}),
        (Provider, cast.okafor_provider.pk, {"deactivated_at": timezone.now()}),
        (Provider, cast.okafor_provider.pk, {"user_id": cast.ned.pk}),
    ):
        with transaction.atomic(), signed():
            model.objects.filter(pk=pk).update(**columns)
            assert Client().get(path).status_code == 404, columns
            transaction.set_rollback(True)
    with signed():
        cast.okafor.groups.clear()
    assert Client().get(path).status_code == 404


def test_many_wrong_addresses_close_no_right_one(okafor):
    path = made(okafor)
    for number in range(40):
        assert Client().get(f"/calendar/{number}.ics").status_code == 404
    assert Client().get(path).status_code == 200


def test_who_is_no_provider_is_told_so(cast):
    nurse = cast.browse_as(cast.ned)
    assert "belongs to no provider" in nurse.get(PAGE).text
    assert nurse.post(NEW, KEY).status_code == 403
    assert nurse.post(NEW).status_code == 422
    assert not ProviderFeed.objects.exists()


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"token_sha256": "0" * 64}, "provider_feed_is_history"),
        ({"revoked_at": None}, "provider_feed_is_history"),
    ],
)
def test_a_closed_address_stays_closed(cast, columns, code):
    feed = ProviderFeedFactory(created_by=cast.okafor)
    with signed():
        ProviderFeed.objects.filter(pk=feed.pk).update(revoked_at=feed.created_at + timedelta(seconds=1))
        with pytest.raises(DatabaseError) as refused, transaction.atomic():
            ProviderFeed.objects.filter(pk=feed.pk).update(**columns)
    assert refusal_code(refused.value) == code


def test_a_provider_has_one_open_address(cast):
    feed = ProviderFeedFactory(created_by=cast.okafor)
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        ProviderFeedFactory(created_by=cast.okafor, provider=feed.provider, token_sha256="1" * 64)
    assert refusal_code(refused.value) == "provider_feed_one_live"


@pytest.mark.parametrize("token", ["secret", "G" * 64, "0" * 63])
def test_no_address_is_kept_in_the_clear(cast, token):
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        ProviderFeedFactory(created_by=cast.okafor, token_sha256=token)
    assert refusal_code(refused.value) == "provider_feed_token_is_digest"
