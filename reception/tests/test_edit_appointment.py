"""Correcting what an appointment is about."""

import pytest

from audit.models import Look
from clinical.tests.acting import audited, send, shown
from emr_site.tests.factories import signed
from reception.models import Appointment
from reception.tests.desk import advances, url
from reception.tests.factories import AppointmentTypeFactory

pytestmark = pytest.mark.django_db
TYPED = {"reason": "Back pain", "desk_note": "Comes with an interpreter"}


@pytest.fixture
def booked(cast):
    return cast.ann_appointment


def test_it_corrects_type_reason_and_note_and_nothing_of_the_time(cast, booked):
    kind, client = AppointmentTypeFactory(), cast.browse_as(cast.rosa)
    before = (booked.provider, booked.date, booked.time, booked.duration_minutes, booked.status)
    response = send(client, url("edit_appointment", booked), appointment_type=kind.pk, **TYPED)
    assert response.url == url("appointment", booked)
    booked.refresh_from_db()
    assert (booked.appointment_type, booked.reason, booked.desk_note) == (kind, *TYPED.values())
    assert (booked.provider, booked.date, booked.time, booked.duration_minutes, booked.status) == before
    assert audited(booked, "U", by=cast.rosa) == 1
    assert Look.objects.filter(patient_id=booked.patient_id, part="appointment").exists()
    page = client.get(url("appointment", booked)).content.decode()
    assert "Comes with an interpreter" in page
    assert url("edit_appointment", booked) in page
    for day in (f"/board/?day={booked.date}", f"/appointments/?day={booked.date}"):
        assert "Comes with an interpreter" in client.get(day).content.decode()


def test_a_type_that_has_gone_out_of_use_may_stay(cast, booked):
    kind = AppointmentTypeFactory()
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(appointment_type=kind)
        type(kind).objects.filter(pk=kind.pk).update(deactivated_at="2026-01-01T00:00Z")
    assert send(cast.browse_as(cast.rosa), url("edit_appointment", booked), reason="Cough").status_code == 302
    booked.refresh_from_db()
    assert (booked.appointment_type, booked.reason) == (kind, "Cough")


def test_the_second_of_two_sees_both_versions(cast, booked):
    client, address = cast.browse_as(cast.rosa), url("edit_appointment", booked)
    form = shown(client, address) | TYPED
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(reason="Knee pain")
    response = client.post(address, form)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Knee pain" in page
    assert "Back pain" in page
    assert "minutes, booked." in page
    again = {field.html_name: field.value() or "" for field in response.context["form"]}
    assert client.post(address, again).status_code == 302
    booked.refresh_from_db()
    assert booked.reason == "Back pain"


def test_what_is_closed_stays_as_it_is(cast, booked):
    client, address = cast.browse_as(cast.rosa), url("edit_appointment", booked)
    advances(booked, "Cancelled")
    response = send(client, address, **TYPED)
    assert response.status_code == 422
    assert "done, cancelled or missed" in response.content.decode()
