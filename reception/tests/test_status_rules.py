"""A patient's way through the building holds whoever writes it: the ORM, the first system's procedure, raw SQL."""

import pytest
from django.utils import timezone

from clinical.tests.acting import assert_refused, sql
from emr_site.tests.factories import signed
from reception.models import Appointment, AppointmentEvent, RoomStay
from reception.models.appointments import GIVEN_UP, IN_BUILDING, TO_COME, Status
from reception.tests.desk import advances, arrives
from reception.tests.factories import AppointmentFactory, RoomFactory, RoomStayFactory, VisitFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(booked):
    """Booked, and come."""
    arrives(booked, arrived_at=timezone.now())
    booked.refresh_from_db()
    return booked


def every_way(row, status):
    now = (row.patient_id, row.provider_id, row.date, row.time, status)
    return (
        lambda: Appointment.objects.filter(pk=row.pk).update(status=status, cancel_reason="Ill"),
        sql("CALL UpdateAppointment(%s, %s, %s, %s, %s, %s)", row.pk, *now),
        sql("UPDATE Appointment SET status = %s, cancel_reason = 'Ill' WHERE appointment_id = %s", status, row.pk),
    )


@pytest.mark.parametrize("status", IN_BUILDING)
def test_nobody_is_in_the_building_before_they_come(booked, status):
    assert_refused("appointment_without_visit", *every_way(booked, status))
    insert = "INSERT INTO Appointment (patient_id, provider_id, date, time, status) VALUES (%s, %s, %s, '08:00', %s)"
    assert_refused("appointment_without_visit", sql(insert, booked.patient_id, booked.provider_id, booked.date, status))


@pytest.mark.parametrize("status", [*TO_COME, *GIVEN_UP])
def test_who_has_come_cannot_be_said_not_to(here, status):
    assert_refused("appointment_status_path", *every_way(here, status))


@pytest.mark.parametrize("end", [Status.COMPLETED, Status.DID_NOT_ATTEND, Status.CANCELLED])
def test_what_has_ended_has_ended(booked, end):
    advances(booked, end)
    for status in set(Status) - {end}:
        assert_refused("appointment_status_path", *every_way(booked, status))


def test_a_confirmation_is_not_taken_back_but_lapses_with_a_move(booked):
    advances(booked, "Confirmed")
    assert_refused("appointment_status_path", *every_way(booked, "Scheduled"))
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(status="Scheduled", date=day(2), move_reason="A journey")


def test_nobody_misses_an_appointment_to_come(cast):
    assert_refused("appointment_not_yet", *every_way(AppointmentFactory(date=day(3)), "Did not attend"))


def test_one_who_did_not_come_leaves_the_time_to_another(booked):
    advances(booked, "Did not attend")
    AppointmentFactory(provider=booked.provider, date=booked.date, time=booked.time)


def test_people_move_about_in_the_building_and_leave_it_once(here):
    with signed():
        RoomStayFactory(visit=here.visit)
    advances(here, "Roomed", "With doctor", "Checkout", "With doctor", "Completed")
    here.visit.refresh_from_db()
    assert here.visit.arrived_at <= here.visit.started_at <= here.visit.left_at
    assert not RoomStay.objects.filter(left_at=None).exists()


def test_nobody_is_in_a_room_that_has_no_name(here):
    assert_refused("appointment_needs_room", *every_way(here, "Roomed"))


@pytest.mark.parametrize("status", ["Arrived", "Checkout", "Completed"])
def test_a_room_is_free_when_its_patient_is_elsewhere(here, status):
    stay = RoomStayFactory(visit=here.visit)
    advances(here, "Roomed", status)
    stay.refresh_from_db()
    assert stay.left_at is not None


def test_a_room_holds_one_patient_and_a_patient_one_room(here):
    stay = RoomStayFactory(visit=here.visit)
    other, elsewhere = VisitFactory(), RoomFactory()
    insert = "INSERT INTO RoomStay (room_id, visit_id) VALUES (%s, %s)"
    assert_refused(
        "room_holds_one_patient",
        sql(insert, stay.room_id, other.pk),
        lambda: RoomStay.objects.create(room=stay.room, visit=other),
    )
    assert_refused("patient_in_one_room", sql(insert, elsewhere.pk, here.visit.pk))


def test_a_stay_in_a_room_is_history(here):
    stay = RoomStayFactory(visit=here.visit)
    advances(here, "Roomed", "Checkout")
    update = "UPDATE RoomStay SET {} WHERE room_stay_id = %s"
    assert_refused("room_stay_is_history", sql(update.format("left_at = NULL"), stay.pk))
    assert_refused("room_stay_is_history", sql(update.format("room_id = room_id + 1"), stay.pk))


def test_each_step_is_a_row_with_who_and_when(cast, booked):
    before = timezone.now()
    desk = cast.browse_as(cast.rosa)
    desk.post(f"/appointments/{booked.pk}/advance/", {"status": "Confirmed", "seen": "Scheduled"})
    last = AppointmentEvent.objects.filter(appointment=booked).latest("id")
    assert (last.event, last.status, last.user_name, last.user_id) == ("status", "Confirmed", "rosa", cast.rosa.pk)
    assert before <= last.happened_at <= timezone.now()


def test_a_move_keeps_where_it_was_and_why(cast, booked):
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(date=day(4), move_reason="The doctor is away")
    last = AppointmentEvent.objects.filter(appointment=booked).latest("id")
    assert (last.event, last.was_date, last.was_time, last.reason) == (
        "moved",
        booked.date,
        booked.time,
        "The doctor is away",
    )


def test_the_pages_cannot_write_the_history(booked):
    for statement in ("DELETE FROM AppointmentEvent", "UPDATE AppointmentEvent SET reason = 'x'"):
        with pytest.raises(Exception, match="denied"):
            sql(statement)()


@pytest.mark.parametrize("status", GIVEN_UP)
def test_nobody_visits_for_an_appointment_given_up(booked, status):
    advances(booked, status)
    insert = "INSERT INTO Visit (patient_id, provider_id, appointment_id, date) VALUES (%s, %s, %s, %s)"
    values = (booked.patient_id, booked.provider_id, booked.pk, booked.date)
    assert_refused("appointment_closed", sql(insert, *values))
