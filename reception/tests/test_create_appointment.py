"""Booking a time."""

import html
from datetime import datetime, time
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Look
from clinical.tests.acting import audited, send, shown
from emr_site.templatetags.emr import clinical_date
from emr_site.tests.factories import signed
from reception.models import Appointment, Patient, Provider
from reception.tests.desk import url
from reception.tests.factories import AppointmentFactory, PatientFactory, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(cast):
    return {
        "provider": str(cast.okafor_provider.pk),
        "date": day(1).strftime("%d/%m/%Y"),
        "time": "9.30",
        "duration_minutes": "20",
        "reason": "Cough",
    }


@pytest.fixture
def book(cast, typed):
    def send_typed(**other):
        return send(cast.browse_as(cast.rosa), url("create_appointment", cast.ann_record), **(typed | other))

    return send_typed


def assert_nothing_booked(response, sentence, **fields):
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert "<title>Error: " in page
    for value in fields.values():
        assert f'value="{value}"' in page
    assert not Appointment.objects.filter(reason="Cough").exists()


def test_it_books_and_goes_back_to_that_day(cast, book):
    response = book()
    assert response.url == f"/board/?day={day(1)}"
    row = Appointment.objects.get(patient=cast.ann_record)
    assert (row.provider, row.date, row.time) == (cast.okafor_provider, day(1), time(9, 30))
    assert (row.duration_minutes, row.end_time, row.reason, row.status) == (20, time(9, 50), "Cough", "Scheduled")
    assert audited(row, "C", by=cast.rosa) == 1


def test_it_is_led_there_from_a_free_slot(cast):
    cast.ann_record  # noqa: B018
    client = cast.browse_as(cast.rosa)
    slot = f"?provider={cast.okafor_provider.pk}&date={day(1)}&time=09:45"
    choice = client.post(reverse("reception:choose_patient") + slot, {"find": "hale"}).content.decode()
    link = f"{url('create_appointment', cast.ann_record)}{slot}".replace(":", "%3A")
    assert f'href="{html.escape(link)}"' in choice
    form = shown(client, link)
    assert (form["provider"], form["date"], form["time"]) == (
        str(cast.okafor_provider.pk),
        clinical_date(day(1)),
        "09:45",
    )
    assert "hale" not in link


def test_it_says_when_nobody_is_found_or_too_little_typed(cast):
    client, address = cast.browse_as(cast.rosa), reverse("reception:choose_patient")
    assert "Nobody found for “zzzz”" in client.post(address, {"find": "zzzz"}).content.decode()
    assert "at least two letters" in client.post(address, {"find": "z"}).content.decode()


@pytest.mark.parametrize("text", ["9:30", "09.30", "9h30", "0930", "930", " 9:30 "])
def test_it_reads_a_time_as_people_write_it(cast, book, text):
    assert book(time=text).status_code == 302
    assert Appointment.objects.get(patient=cast.ann_record).time == time(9, 30)


def test_pressed_twice_it_books_once(cast, typed):
    client, address = cast.browse_as(cast.rosa), url("create_appointment", cast.ann_record)
    form = shown(client, address) | typed
    assert client.post(address, form).status_code == 302
    assert client.post(address, form).status_code == 302
    assert Appointment.objects.filter(patient=cast.ann_record).count() == 1


def test_it_refuses_a_taken_time(cast, book):
    AppointmentFactory(provider=cast.okafor_provider, time=time(9, 40))
    assert_nothing_booked(book(), "another appointment at this time", time="09:30", duration_minutes=20)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("provider", "", "Choose the provider."),
        ("date", "", "Enter the day."),
        ("date", "31/2/2026", "Write the date as day, month, year"),
        ("date", "1/2/2020", "This date is in the past"),
        ("date", "1/2/2999", "too far ahead"),
        ("time", "", "Enter the time."),
        ("time", "25:00", "Write the time on the 24-hour clock"),
        ("time", "99", "Write the time on the 24-hour clock"),
        ("time", "9:75", "Write the time on the 24-hour clock"),
        ("time", "half ten", "Write the time on the 24-hour clock"),
        ("duration_minutes", "3", "from 5 to 480 minutes"),
        ("duration_minutes", "999", "from 5 to 480 minutes"),
        ("duration_minutes", "long", "Enter the length in minutes"),
    ],
)
def test_it_keeps_what_was_typed_and_says_what_is_wrong(book, field, value, sentence):
    assert_nothing_booked(book(**{field: value}), sentence, reason="Cough")


def test_it_refuses_what_would_go_on_past_midnight(book):
    assert_nothing_booked(book(time="23:50"), "past midnight")


@pytest.mark.parametrize(("clock", "status"), [("09:39", 302), ("09:40", 422)])
def test_of_today_it_takes_a_time_that_is_not_over(book, monkeypatch, clock, status):
    now = datetime.combine(day(0), time.fromisoformat(clock))
    monkeypatch.setattr("reception.forms.appointments.timezone", SimpleNamespace(localtime=lambda: now))
    response = book(date=str(day(0)), time="09:20")
    assert response.status_code == status
    if status == 422:
        assert_nothing_booked(response, "This time has passed")


def test_it_books_nobody_who_is_deactivated(cast, book):
    with signed():
        Patient.objects.filter(pk=cast.ann_record.pk).update(deactivated_at=timezone.now())
    assert_nothing_booked(book(), "no longer active")


def test_it_books_nobody_who_has_died(cast, book):
    with signed():
        Patient.objects.filter(pk=cast.ann_record.pk).update(deceased_on=day(-1))
    assert_nothing_booked(book(), "This patient has died")


def test_it_books_no_provider_who_has_left(cast, typed):
    client, address = cast.browse_as(cast.rosa), url("create_appointment", cast.ann_record)
    form = shown(client, address) | typed
    with signed():
        Provider.objects.filter(pk=cast.okafor_provider.pk).update(deactivated_at=timezone.now())
    assert_nothing_booked(client.post(address, form), "no longer works here")


def test_it_takes_no_form_of_another_patient(cast, typed):
    client = cast.browse_as(cast.rosa)
    form = shown(client, url("create_appointment", cast.ann_record)) | typed
    response = client.post(url("create_appointment", cast.bo_record), form)
    assert response.status_code == 409
    assert "Cough" in response.content.decode()
    assert not Appointment.objects.filter(reason="Cough").exists()


def test_a_patient_who_is_not_there_is_not_found(cast):
    client = cast.browse_as(cast.rosa)
    assert client.get("/patients/999999999/appointments/new/").status_code == 404


def test_the_look_at_the_patient_is_recorded(cast):
    patient = PatientFactory()
    cast.browse_as(cast.rosa).get(url("create_appointment", patient))
    assert Look.objects.filter(patient_id=patient.pk, part="appointment").count() == 1
