"""Why an appointment is moved or cancelled: always said, once for each time, and kept."""

from datetime import time

import pytest

from clinical.tests.acting import assert_refused, send, sql
from emr_site.tests.factories import signed
from reception.models import Appointment, AppointmentEvent
from reception.tests.desk import url
from reception.tests.factories import AppointmentFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def booked(cast):
    return cast.ann_appointment


def change(row, assignments):
    return sql(f"UPDATE Appointment SET {assignments} WHERE appointment_id = %s", row.pk)


def reasons(row):
    return list(AppointmentEvent.objects.filter(appointment=row).order_by("id").values_list("event", "reason"))


def test_nothing_is_moved_or_cancelled_without_a_reason(booked):
    assert_refused(
        "appointment_move_needs_reason",
        change(booked, "time = '15:00'"),
        change(booked, "duration_minutes = 20, move_reason = '  '"),
        lambda: Appointment.objects.filter(pk=booked.pk).update(date=day(4)),
    )
    assert_refused("appointment_cancel_needs_reason", change(booked, "status = 'Cancelled', cancel_reason = ' '"))
    assert reasons(booked) == [("booked", None)]


def test_each_move_says_its_own_reason_also_in_the_same_words(cast, booked):
    client = cast.browse_as(cast.rosa)
    for clock in ("14:00", "15:00"):
        assert send(client, url("move_appointment", booked), time=clock, move_reason="Away").status_code == 302
    assert_refused("appointment_move_needs_reason", change(booked, "time = '16:00'"))
    assert reasons(booked) == [("booked", None), ("moved", "Away"), ("moved", "Away")]


def test_the_first_systems_procedure_says_that_none_was_given(booked):
    call = "CALL UpdateAppointment(%s, %s, %s, %s, %s, %s)"
    for clock, status in (("14:00", "Scheduled"), ("14:00", "Cancelled")):
        with signed():
            sql(call, booked.pk, booked.patient_id, booked.provider_id, booked.date, clock, status)()
    assert reasons(booked) == [("booked", None), ("moved", "No reason given"), ("status", "No reason given")]


def test_only_what_was_no_more_than_booked_is_deleted(cast, booked):
    mistake = AppointmentFactory(patient=cast.bo_record, provider=booked.provider, time=time(16))
    with signed():
        sql("DELETE FROM Appointment WHERE appointment_id = %s", mistake.pk)()
        change(booked, "status = 'Cancelled', cancel_reason = 'Ill'")()
    delete = sql("DELETE FROM Appointment WHERE appointment_id = %s", booked.pk)
    assert_refused("appointment_has_history", delete, sql("CALL DeleteAppointment(%s)", booked.pk))
    assert len(reasons(booked)) == 2


def test_the_history_says_how_long_it_was(cast, booked):
    client = cast.browse_as(cast.rosa)
    moved = send(
        client, url("move_appointment", booked), time="10:30", duration_minutes="40", move_reason="It takes longer"
    )
    assert moved.status_code == 302
    page = client.get(url("appointment", booked)).content.decode()
    assert f"10:30, {booked.duration_minutes} minutes: It takes longer" in page
