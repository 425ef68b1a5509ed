"""When a patient may check in alone, what that is recorded as, and how a locked code is opened again."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from audit.models import Look
from emr_site.tests.factories import signed
from reception import self_check_in as checks
from reception.models import CheckInCode
from reception.tests.desk import today_at
from reception.tests.door import knock

pytestmark = pytest.mark.django_db
PHONE = "01632 960 201"


@pytest.fixture
def morning():
    with time_machine.travel(timezone.localtime().replace(hour=9, minute=20), tick=False):
        yield


@pytest.fixture
def code(cast, morning):
    with signed():
        return checks.code_of(today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider))


def test_too_early_it_says_from_when_and_shows_nothing(cast, code):
    inside = knock(code).url
    page = Client().get(inside).text
    assert "from 9:30am on" in page
    assert PHONE not in page
    Client().post(inside, {"insurance_answer": "same"})
    assert cast.ann_record.appointments.get().status == "Scheduled"
    assert not Look.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        assert PHONE in Client().get(inside).text


def test_what_it_shows_is_recorded_as_a_look(cast, code, settings):
    settings.CHECK_IN_LEAD_MINUTES = 90
    Client().get(knock(code).url)
    look = Look.objects.get(patient_id=cast.ann_record.pk)
    assert (look.part, look.user_name) == ("check-in", "patient check-in")


def test_a_code_that_was_locked_is_drawn_anew_at_the_desk(cast, code):
    for _ in range(6):
        knock(code, "15/8/1980")
    booked = cast.ann_record.appointments.get()
    assert checks.known_code(booked) is None
    cast.browse_as(cast.rosa).post(f"/appointments/{booked.pk}/check-in-code/")
    row = CheckInCode.objects.get()
    assert (row.tries, row.code != code) == (0, True)
    assert knock(code).status_code == 422
    assert knock(row.code).status_code == 302
