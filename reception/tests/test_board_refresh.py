"""The board that renews itself: told that nothing changed, or given what did."""

from datetime import timedelta

import pytest
from django.utils import timezone

from emr_site import db
from emr_site.tests.factories import signed
from reception.models import Appointment
from reception.tests.desk import advances, arrives, today_at
from reception.tests.factories import AppointmentFactory, PatientFactory, day

pytestmark = pytest.mark.django_db
TOMORROW = f"/board/?day={day(1)}"


def poll(client, etag=None, path=TOMORROW):
    headers = {"HX-Request": "true", "X-Background": "1"} | ({"If-None-Match": etag} if etag else {})
    return client.get(path, headers=headers)


def test_it_answers_304_as_long_as_nothing_changed(cast):
    assert cast.ann_appointment
    client = cast.browse_as(cast.rosa)
    etag = client.get(TOMORROW)["ETag"]
    assert poll(client, etag).status_code == 304
    first = poll(client)
    assert (first.status_code, first["ETag"]) == (200, etag)
    assert first["Cache-Control"] == "no-store"
    assert "<html" not in first.content.decode()
    assert 'id="counts" hx-swap-oob="true"' in first.content.decode()


@pytest.mark.parametrize(
    "change",
    [
        lambda row: advances(row, "Confirmed"),
        lambda row: AppointmentFactory(provider=row.provider, time="15:00"),
        lambda row: Appointment.objects.filter(pk=row.pk).update(time="11:15", move_reason="A call"),
        lambda row: Appointment.objects.filter(pk=row.pk).update(reason="Fever"),
        lambda row: Appointment.objects.filter(pk=row.pk).update(desk_note="Fasting: call to remind"),
        lambda row: type(row.patient).objects.filter(pk=row.patient_id).update(family_name="Newname"),
        lambda row: db.call("DeleteAppointment", appointment_id=row.pk),
    ],
    ids=["status", "booked", "moved", "reason", "note", "name", "deleted"],
)
def test_it_answers_anew_when_something_changed(cast, change):
    row, client = cast.ann_appointment, cast.browse_as(cast.rosa)
    etag = client.get(TOMORROW)["ETag"]
    with signed():
        change(row)
    answer = poll(client, etag)
    assert answer.status_code == 200
    assert answer["ETag"] != etag


def test_another_role_has_another_board(cast):
    assert cast.ann_appointment
    assert cast.browse_as(cast.rosa).get(TOMORROW)["ETag"] != cast.browse_as(cast.ned).get(TOMORROW)["ETag"]


def test_minutes_waited_alone_are_no_change(cast):
    arrives(today_at("10:30", patient=PatientFactory()), arrived_at=timezone.now() - timedelta(minutes=3))
    client = cast.browse_as(cast.rosa)
    etag = client.get("/board/")["ETag"]
    assert "data-since=" in poll(client, path="/board/").content.decode()
    assert poll(client, etag, "/board/").status_code in (304, 200)
    assert poll(client, client.get("/board/")["ETag"], "/board/").status_code == 304


def test_one_who_is_no_longer_signed_in_is_led_to_the_sign_in(client):
    assert poll(client)["HX-Redirect"].startswith("/sign-in/")


@pytest.mark.parametrize("path", [f"/board/week/?day={day(1)}", f"/appointments/?day={day(1)}", "/board/rooms/"])
def test_week_rooms_and_list_renew_themselves_too(cast, path):
    row = cast.ann_appointment
    if "rooms" in path:
        row = today_at("10:30", patient=PatientFactory())
        arrives(row, arrived_at=timezone.now())
    client = cast.browse_as(cast.rosa)
    first = client.get(path)
    assert f'hx-get="{path}"' in first.content.decode().replace("&amp;", "&")
    assert poll(client, first["ETag"], path).status_code == 304
    advances(row, "Confirmed" if row.status == "Scheduled" and "rooms" not in path else "With doctor")
    answer = poll(client, first["ETag"], path)
    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
