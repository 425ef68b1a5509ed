"""The link in a message: it shows one appointment to whoever holds it, and takes three answers."""

from datetime import time

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from audit.models import AuditLog
from emr_site.db import refusal_code
from emr_site.tests.factories import signed
from reception.merging import merge_patients
from reception.models import Appointment, AppointmentAnswer, MessageOptOut
from reception.outbox.link import token_of
from reception.tests.desk import arrives, today_at
from reception.tests.factories import PatientFactory, day
from reception.tests.message_factories import AppointmentAnswerFactory

pytestmark = pytest.mark.django_db
PRESSES = ("confirm_by_link", "cancel_by_link", "another_time_by_link", "stop_by_link")


@pytest.fixture
def appointment(cast):
    return cast.ann_appointment


def address(appointment, name="answer_appointment"):
    return reverse(f"reception:{name}", args=[token_of(appointment)])


def press(appointment, name, **typed):
    return Client().post(address(appointment, name), {"version": appointment.version, **typed})


def answers(appointment):
    return list(AppointmentAnswer.objects.filter(appointment=appointment).values_list("answer", "words"))


def set_to(appointment, **columns):
    with signed():
        Appointment.objects.filter(pk=appointment.pk).update(
            **columns, move_reason="As it must be", cancel_reason="Ill"
        )


def test_it_shows_the_time_and_nothing_of_the_reason_or_the_family_name(appointment):
    page = Client().get(address(appointment)).content.decode()
    assert "Hello, Ann" in page
    assert "10:30am" in page
    assert "Check-up" not in page
    assert "Hale" not in page


def test_a_look_changes_nothing(appointment):
    for _ in range(2):
        assert Client().get(address(appointment)).status_code == 200
    assert answers(appointment) == []
    for name in PRESSES:
        assert Client().get(address(appointment, name)).status_code == 405


def test_it_confirms_once_however_often_it_is_pressed(appointment):
    for _ in range(2):
        assert press(appointment, "confirm_by_link").status_code == 302
    assert answers(appointment) == [("confirmed", None)]
    appointment.refresh_from_db()
    assert appointment.status == "Confirmed"
    assert "You have confirmed" in Client().get(address(appointment)).content.decode()
    assert AuditLog.objects.get(table_name="AppointmentAnswer").user_name == "patient link"


def test_it_cancels_as_the_desk_does_and_signs_as_the_link(appointment):
    assert press(appointment, "cancel_by_link").status_code == 302
    appointment.refresh_from_db()
    assert (appointment.status, answers(appointment)) == ("Cancelled", [("cancelled", None)])
    assert "by the patient" in appointment.cancel_reason
    change = AuditLog.objects.get(table_name="Appointment", record_id=appointment.pk, action="U")
    assert (change.user_name, change.patient_id) == ("patient link", appointment.patient_id)
    again = press(appointment, "cancel_by_link")
    assert "can no longer be changed" in again.content.decode()
    assert len(answers(appointment)) == 1


def test_it_asks_for_another_time_once(appointment):
    assert press(appointment, "another_time_by_link", words="Any Tuesday").status_code == 302
    second = press(appointment, "another_time_by_link", words="Or Friday")
    assert second.status_code == 422
    assert "asked for another time already" in second.content.decode()
    assert "Or Friday" in second.content.decode()
    assert answers(appointment) == [("another_time", "Any Tuesday")]


@pytest.mark.parametrize(("words", "says"), [("", "Tell us which days"), ("x" * 201, "keep to 200 characters")])
def test_it_says_what_is_wrong_and_keeps_what_was_typed(appointment, words, says):
    page = press(appointment, "another_time_by_link", words=words)
    assert page.status_code == 422
    assert says in page.content.decode()
    assert words in page.content.decode()
    assert answers(appointment) == []


@pytest.mark.parametrize("name", ["confirm_by_link", "cancel_by_link"])
def test_nobody_answers_to_a_time_that_they_have_not_seen(appointment, name):
    set_to(appointment, time=time(15))
    page = press(appointment, name)
    assert "has changed since" in page.content.decode()
    assert "3:00pm" in page.content.decode()
    assert answers(appointment) == []


def test_it_ends_the_messages_of_every_channel_once(appointment):
    for _ in range(2):
        assert press(appointment, "stop_by_link").status_code == 302
    assert sorted(MessageOptOut.objects.live().values_list("channel", "said_by")) == [
        ("email", "patient"),
        ("sms", "patient"),
    ]


def test_the_link_ends_with_the_appointment(appointment):
    set_to(appointment, date=day(-1))
    assert Client().get(address(appointment)).status_code == 404


def test_the_link_does_not_follow_to_another_patient(cast, appointment):
    link = address(appointment)
    set_to(appointment, patient=cast.bo_record)
    assert Client().get(link).status_code == 404


def test_the_link_goes_on_when_the_record_is_merged_into_another(cast, appointment):
    link, kept = address(appointment), PatientFactory()
    with signed():
        merge_patients(kept.pk, appointment.patient_id, reason="The same")
    assert Client().get(link).status_code == 200


def test_who_has_checked_in_reads_that_we_know(cast):
    booked = today_at("23:30", patient=cast.ann_record)
    arrives(booked)
    page = Client().get(address(booked)).text
    assert "we know that you are here" in page
    assert "appointment is over" not in page


def test_every_wrong_link_gets_one_page_and_closes_no_right_one(cast, appointment):
    token = token_of(appointment)
    wrong = [f"{token[:-1]}!", "1-1.x", token_of(cast.bo_appointment).replace("-", "--")]
    pages = {Client().get(reverse("reception:answer_appointment", args=[each])).content for each in wrong}
    assert len(pages) == 1
    for _ in range(40):
        Client().get(reverse("reception:answer_appointment", args=["guess"]))
    assert Client().get(address(appointment)).status_code == 200


def test_a_form_of_another_site_is_refused(appointment):
    client = Client(enforce_csrf_checks=True)
    assert client.post(address(appointment, "confirm_by_link")).status_code == 403
    assert answers(appointment) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "appointment_answer_waits_once"),
        ({"answer": "perhaps"}, "appointment_answer_known_word"),
    ],
)
def test_the_database_knows_the_answers_and_takes_one_request_at_a_time(appointment, fields, code):
    AppointmentAnswerFactory(appointment=appointment)
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        AppointmentAnswerFactory(appointment=appointment, **fields)
    assert refusal_code(caught.value) == code
