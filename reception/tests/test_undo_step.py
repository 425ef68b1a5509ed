"""A wrong press is taken back, with a reason, as long as nothing has come of it: by page, ORM and SQL."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import AuditLog
from clinical.tests.acting import assert_refused, send, sql
from clinical.tests.factories import NoteFactory
from clinical.tests.notes import signed_by, written
from emr_site.tests.factories import signed
from reception.models import Appointment, AppointmentEvent, Patient, RoomStay, Visit
from reception.tests.desk import advances, arrives, url
from reception.tests.factories import AppointmentFactory, RoomStayFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(booked):
    advances(booked, "Confirmed")
    arrives(booked, arrived_at=timezone.now())
    booked.refresh_from_db()
    return booked


def back(row, status, reason="Wrong patient"):
    with signed():
        Appointment.objects.filter(pk=row.pk).update(status=status, undo_reason=reason)
    row.refresh_from_db()


def every_way(row, status):
    return (
        lambda: Appointment.objects.filter(pk=row.pk).update(status=status, undo_reason="Wrong patient"),
        sql("UPDATE Appointment SET status = %s, undo_reason = 'x' WHERE appointment_id = %s", status, row.pk),
    )


def test_a_check_in_of_the_wrong_patient_is_taken_back(cast, here):
    client = cast.browse_as(cast.rosa)
    assert "Undo: Confirmed again" in client.get(url("appointment", here)).content.decode()
    assert send(client, url("undo_step", here), reason="Wrong patient").status_code == 302
    here.refresh_from_db()
    assert (here.status, Visit.objects.filter(appointment=here).exists()) == ("Confirmed", False)
    assert Patient.objects.get(pk=here.patient_id).last_seen_on is None
    last = AppointmentEvent.objects.filter(appointment=here).latest("id")
    assert (last.event, last.status, last.reason, last.user_name) == ("undone", "Confirmed", "Wrong patient", "rosa")
    assert AuditLog.objects.filter(table_name="Appointment", record_id=here.pk, user_name="rosa").count() == 1
    assert "Taken back to Confirmed: Wrong patient" in client.get(url("appointment", here)).content.decode()


def test_the_check_in_says_at_once_how_to_undo_it(cast, booked):
    client = cast.browse_as(cast.rosa)
    key = "6f1f4f0e-0f43-4f3c-9a35-6f1c6c1f0a11"
    page = client.post(url("check_in", booked), {"idempotency_key": key}, follow=True).content.decode()
    assert f'<a href="{url("undo_step", booked)}">Undo' in page


@pytest.mark.parametrize("way", [0, 1])
def test_the_database_takes_it_back_whoever_writes(here, way):
    RoomStayFactory(visit=here.visit)
    advances(here, "Roomed", "Arrived")
    with signed():
        every_way(here, "Confirmed")[way]()
    assert not Visit.objects.filter(appointment=here).exists()
    assert not RoomStay.objects.exists()


def test_a_room_is_given_back(here):
    stay = RoomStayFactory(visit=here.visit)
    advances(here, "Roomed")
    back(here, "Arrived")
    stay.refresh_from_db()
    assert (here.status, stay.left_at is None) == ("Arrived", False)
    assert here.events.latest("id").event == "undone"


def test_it_stands_without_a_reason_and_to_another_status(here):
    assert_refused(
        "appointment_status_path",
        sql("UPDATE Appointment SET status = 'Confirmed' WHERE appointment_id = %s", here.pk),
        *every_way(here, "Scheduled"),
        *every_way(here, "Did not attend"),
    )


def test_it_stands_once_somebody_has_seen_the_patient(cast, here):
    advances(here, "With doctor", "Arrived")
    assert_refused("appointment_status_path", *every_way(here, "Confirmed"))
    page = send_anyway(cast, here)
    assert "can no longer be taken back" in page


def send_anyway(cast, row):
    typed = {"seen": row.status, "reason": "Wrong"}
    return cast.browse_as(cast.rosa).post(url("undo_step", row), typed).content.decode()


def test_it_stands_once_something_was_written_at_the_visit(cast, here):
    NoteFactory(visit=here.visit)
    assert_refused("appointment_step_stands", *every_way(here, "Confirmed"))
    assert "something refers to the visit" in send_anyway(cast, here)
    here.refresh_from_db()
    assert here.status == "Arrived"


def test_one_who_came_after_all_is_expected_again_while_the_time_is_free(booked):
    advances(booked, "Did not attend")
    back(booked, "Scheduled")
    assert booked.status == "Scheduled"
    advances(booked, "Did not attend")
    AppointmentFactory(provider=booked.provider, date=booked.date, time=booked.time)
    assert_refused("slot_taken", *every_way(booked, "Scheduled"))


def test_one_who_is_not_gone_yet_is_here_again(here):
    advances(here, "With doctor", "Checkout", "Completed")
    back(here, "Checkout")
    assert here.status == "Checkout"
    assert Visit.objects.get(appointment=here).left_at is None


def test_who_left_out_of_a_room_waits_outside(here):
    RoomStayFactory(visit=here.visit)
    advances(here, "Roomed", "Completed")
    assert_refused("appointment_status_path", *every_way(here, "Roomed"))
    back(here, "Arrived")


def test_a_signed_note_is_the_end(cast, here):
    advances(here, "With doctor", "Completed")
    signed_by(cast.okafor, written(here.visit))
    assert_refused("appointment_step_stands", *every_way(here, "With doctor"))


def test_after_a_day_the_end_stands(here):
    advances(here, "With doctor", "Completed")
    sql("SET timestamp = %s", (timezone.now() + timedelta(hours=25)).timestamp())()
    try:
        assert_refused("appointment_status_path", *every_way(here, "With doctor"))
    finally:
        sql("SET timestamp = DEFAULT")()


def test_the_next_step_is_no_undoing(here):
    stay = RoomStayFactory(visit=here.visit)
    advances(here, "Roomed")
    back(here, "Arrived")
    with signed():
        RoomStayFactory(visit=here.visit, room=stay.room)
    advances(here, "Roomed", "Arrived")
    assert here.undo_reason is None
    assert here.events.latest("id").event == "status"
