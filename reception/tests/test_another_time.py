"""A patient asked for another time: the desk moves the appointment from the list, and with that it is answered."""

import pytest
from django.test import Client

from audit.models import AuditLog
from clinical.tests.acting import assert_refused, send, sql
from emr_site.actor import Actor, acting_as
from emr_site.tests.factories import signed
from reception.models import Appointment, AppointmentAnswer
from reception.outbox import answers
from reception.outbox.link import token_of
from reception.tests.desk import arrives, today_at, url
from reception.tests.factories import day
from reception.tests.message_factories import AppointmentAnswerFactory

pytestmark = pytest.mark.django_db
LIST = "/messages/"
STATEMENT = (
    "UPDATE Appointment SET date = %s, time = %s, status = %s, move_reason = 'x', cancel_reason = 'x'"
    " WHERE appointment_id = %s"
)


@pytest.fixture
def desk(cast):
    return cast.browse_as(cast.rosa)


@pytest.fixture
def wish(cast):
    return AppointmentAnswerFactory(appointment=cast.ann_appointment)


def waits(wish):
    return AppointmentAnswer.objects.waiting().filter(pk=wish.pk).exists()


def test_the_list_leads_to_the_moving_form_which_says_what_was_asked(desk, wish):
    move = url("move_appointment", wish.appointment)
    assert f'href="{move}"' in desk.get(LIST).content.decode()
    page = desk.get(move).content.decode()
    assert "“Any Tuesday”" in page
    assert "Free times" in page


def test_it_is_answered_by_the_move_and_says_who_and_when(cast, desk, wish):
    booked = wish.appointment
    send(desk, url("move_appointment", booked), date=str(day(2)), time="14:00", move_reason="The patient asked")
    wish.refresh_from_db()
    assert (wish.seen_to_by, wish.seen_to_at is None, waits(wish)) == (cast.rosa, False, False)
    assert "Any Tuesday" not in desk.get(LIST).content.decode()
    page = desk.get(url("appointment", booked)).content.decode()
    assert "“Any Tuesday”<br>Seen to " in page
    assert f", {cast.rosa}</span>" in page
    change = AuditLog.objects.get(table_name="AppointmentAnswer", record_id=wish.pk, action="U")
    assert change.user_name == "rosa"


@pytest.mark.parametrize("change", [{"time": "14:00"}, {"date": day(8)}, {"status": "Cancelled"}], ids=str)
@pytest.mark.parametrize("write", [STATEMENT, "CALL UpdateAppointment(%s, %s, %s, %s, %s, %s)"])
def test_it_is_answered_whoever_writes(wish, change, write):
    row = wish.appointment
    columns = {"date": row.date, "time": row.time, "status": row.status} | change
    values = columns.values()
    with signed():
        if write == STATEMENT:
            sql(write, *values, row.pk)()
        else:
            sql(write, row.pk, row.patient_id, row.provider_id, *values)()
    assert not waits(wish)
    wish.refresh_from_db()
    assert wish.seen_to_by is None


@pytest.mark.parametrize("columns", [{"duration_minutes": 30}, {"reason": "Cough"}, {"status": "Confirmed"}, {}])
def test_what_gives_no_other_time_is_no_answer(cast, wish, columns):
    changed = columns or {"provider": cast.lund_provider}
    with signed():
        Appointment.objects.filter(pk=wish.appointment_id).update(move_reason="The doctor is ill", **changed)
    assert waits(wish)


def test_who_cancels_by_the_link_is_no_longer_waiting(desk, wish):
    booked = wish.appointment
    Client().post(f"/a/{token_of(booked)}/cancel/", {"version": booked.version})
    assert not waits(wish)
    page = desk.get(url("appointment", booked)).content.decode()
    assert "“Any Tuesday”<br>Seen to " in page
    assert page.index("Cancelled</span>") < page.index("Any Tuesday")


def test_who_has_another_time_may_ask_once_more(desk, wish):
    booked = wish.appointment
    send(desk, url("move_appointment", booked), time="14:00", move_reason="The patient asked")
    with acting_as(Actor(None, "patient link", "Patient")):
        answers.ask_for_another_time(booked, "Or in the evening")
    page = desk.get(LIST).content.decode()
    assert "Or in the evening" in page
    assert "Any Tuesday" not in page
    assert "Waits for the desk" in desk.get(url("appointment", booked)).content.decode()


def test_an_appointment_that_has_begun_is_not_moved(cast, desk):
    booked = today_at("10:30", patient=cast.ann_record)
    AppointmentAnswerFactory(appointment=booked)
    arrives(booked)
    page = desk.get(LIST).content.decode()
    assert "Any Tuesday" in page
    assert "/move/" not in page


def test_nobody_has_seen_to_it_at_no_moment(cast, wish):
    assert_refused(
        "appointment_answer_seen_to_has_moment",
        lambda: AppointmentAnswer.objects.filter(pk=wish.pk).update(seen_to_by=cast.rosa),
        sql("UPDATE AppointmentAnswer SET seen_to_by = %s WHERE answer_id = %s", cast.rosa.pk, wish.pk),
    )
