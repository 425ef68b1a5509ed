"""What the desk sees and tells of a check-in by the patient."""

from datetime import time, timedelta

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone

from emr_site.tests.factories import signed
from reception.models import Appointment, CheckInCode, SelfCheckIn
from reception.outbox.reminders import plan_reminders
from reception.tests.door import fields, knock
from reception.tests.factories import AppointmentFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("open_door")]


def test_a_changed_insurance_waits_for_the_desk(cast, booked, code):
    client, desk = Client(), cast.browse_as(cast.rosa)
    inside = knock(code, client=client).url
    typed = {"insurance_answer": "changed", "insurance_words": "Now with Alpha"}
    client.post(inside, fields(client.get(inside), **typed))
    assert "Insurance changed at check-in" in desk.get("/board/").content.decode()
    page = desk.get("/check-ins/").content.decode()
    assert "Now with Alpha" in page
    row = SelfCheckIn.objects.get()
    for _ in range(2):
        desk.post(f"/check-ins/{row.pk}/seen-to/")
    row.refresh_from_db()
    assert row.seen_to_by == cast.rosa
    assert "Nobody has told" in desk.get("/check-ins/").content.decode()


def test_the_desk_tells_the_code(cast, booked):
    page = cast.browse_as(cast.rosa).post(f"/appointments/{booked.pk}/check-in-code/", follow=True).content.decode()
    code = CheckInCode.objects.get().code
    assert f"{code[:3]} {code[3:]}" in page


def test_a_reminder_tells_it(cast, settings):
    settings.MESSAGE_QUIET_HOURS = "00:00-00:00"
    booked = AppointmentFactory(patient=cast.ann_record, date=day(1), time=time(23))
    with signed():
        Appointment.objects.filter(pk=booked.pk).update(booked_at=timezone.now() - timedelta(days=30))
        plan_reminders()
    assert CheckInCode.objects.get(appointment=booked).code in booked.messages.get().body


def test_the_poster_leads_to_the_door(cast):
    client = cast.browse_as(cast.rosa)
    assert "/check-in/poster.svg" in client.get("/check-in/poster/").content.decode()
    picture = client.get("/check-in/poster.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<svg" in picture.content


@pytest.mark.parametrize(
    ("statement", "constraint"),
    [
        ("UPDATE CheckInCode SET tries = 6", "check_in_code_five_tries"),
        ("UPDATE CheckInCode SET code = '12345x'", "check_in_code_six_digits"),
        ("UPDATE SelfCheckIn SET insurance_words = 'x'", "self_check_in_is_history"),
        ("UPDATE CheckInCode SET patient_id = {bo}", "patient_cannot_change"),
    ],
)
def test_the_database_holds_to_it_whoever_writes(cast, code, statement, constraint):
    assert cast.ann_check_in
    with signed(), connection.cursor() as cursor, pytest.raises(DatabaseError, match=constraint):
        cursor.execute(statement.format(bo=cast.bo_record.pk))
