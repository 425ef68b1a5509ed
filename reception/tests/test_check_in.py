"""The patient is here, and leaves again."""

import pytest
from django.utils import timezone

from audit.models import AuditLog
from clinical.tests.acting import audited
from emr_site.tests.factories import signed
from reception.models import Appointment, Visit
from reception.tests.desk import arrives, today_at, url
from reception.tests.factories import AppointmentFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def booked(cast):
    return today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider, reason="Cough")


@pytest.fixture
def desk(cast):
    return cast.browse_as(cast.rosa)


def key_on(client):
    """The key of the first Check in button on today's board."""
    page = client.get("/board/").content.decode()
    return page.split('name="idempotency_key" value="')[1].split('"')[0]


def check_in(client, row):
    return client.post(url("check_in", row), {"idempotency_key": key_on(client)}, follow=True)


def assert_said(response, sentence):
    assert sentence in response.content.decode()


def test_one_press_begins_the_visit(cast, desk, booked):
    response = check_in(desk, booked)
    assert_said(response, "HALE, Ann: Checked in.")
    visit = Visit.objects.get(appointment=booked)
    assert (visit.patient, visit.provider, visit.date) == (cast.ann_record, cast.okafor_provider, day(0))
    assert visit.reason == "Cough"
    assert abs((timezone.now() - visit.arrived_at).total_seconds()) < 60
    assert (visit.started_at, visit.left_at) == (None, None)
    assert audited(visit, "C", by=cast.rosa) == 1
    assert [card.state for card in response.context["day"].cards] == ["Waiting"]


def test_pressed_twice_there_is_one_visit(desk, booked):
    key = key_on(desk)
    for _ in range(2):
        assert desk.post(url("check_in", booked), {"idempotency_key": key}).url == f"/board/?day={day(0)}"
    assert Visit.objects.filter(appointment=booked).count() == 1


def test_two_desks_make_one_visit_and_the_second_is_told(cast, desk, booked):
    other = cast.browse_as(cast.ada)
    key = key_on(other)
    check_in(desk, booked)
    response = other.post(url("check_in", booked), {"idempotency_key": key}, follow=True)
    assert_said(response, "The patient is checked in to this appointment already.")
    assert Visit.objects.filter(appointment=booked).count() == 1


def test_nobody_comes_to_another_day(cast, desk, booked):
    tomorrow = AppointmentFactory(patient=cast.ann_record)
    assert_said(check_in(desk, tomorrow), "This appointment is of another day.")
    assert not Visit.objects.exists()


def test_nobody_comes_to_a_cancelled_appointment(desk, booked):
    key = key_on(desk)
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(status="Cancelled", cancel_reason="Ill")
    response = desk.post(url("check_in", booked), {"idempotency_key": key}, follow=True)
    assert_said(response, "done, cancelled or missed")
    assert not Visit.objects.exists()


def test_a_press_without_its_key_is_not_understood(desk, booked):
    response = desk.post(url("check_in", booked), {"idempotency_key": "x"}, follow=True)
    assert_said(response, "Press Check in once more.")
    assert not Visit.objects.exists()


def test_completing_lets_the_patient_leave(cast, desk, booked):
    visit = arrives(booked, arrived_at=timezone.now())
    response = desk.post(url("complete_appointment", booked), follow=True)
    assert_said(response, "The appointment is completed.")
    booked.refresh_from_db()
    visit.refresh_from_db()
    assert booked.status == "Completed"
    assert visit.left_at is not None
    assert audited(booked, "U", by=cast.rosa) == 1
    assert audited(visit, "U", by=cast.rosa) == 1


def test_completed_twice_the_second_is_told_and_writes_nothing(desk, booked):
    desk.post(url("complete_appointment", booked))
    written = AuditLog.objects.filter(table_name="Appointment").count()
    response = desk.post(url("complete_appointment", booked), follow=True)
    assert_said(response, "The appointment is completed.")
    assert AuditLog.objects.filter(table_name="Appointment").count() == written


def test_what_is_to_come_is_not_completed(cast, desk):
    assert_said(desk.post(url("complete_appointment", cast.ann_appointment), follow=True), "on a later day")
    cast.ann_appointment.refresh_from_db()
    assert cast.ann_appointment.status == "Scheduled"


@pytest.mark.parametrize("verb", ["check_in", "complete_appointment"])
def test_one_that_is_not_there_is_not_found(desk, booked, verb):
    assert desk.post(url(verb, booked).replace(f"/{booked.pk}/", "/999999999/")).status_code == 404
