"""The desk takes a check-in by the patient back: what was said stays said, and the patient may check in once more."""

import pytest
from django.test import Client

from audit.models import AuditLog
from clinical.tests.acting import assert_refused, send, sql
from emr_site.tests.factories import signed
from reception import self_check_in as checks
from reception.models import Appointment, SelfCheckIn
from reception.tests.desk import today_at, url
from reception.tests.message_factories import SelfCheckInFactory

pytestmark = pytest.mark.django_db
BORN = "14/8/1980"
CHANGED = {"insurance_answer": "changed", "insurance_words": "Now with Alpha"}


@pytest.fixture
def booked(cast, settings):
    settings.CHECK_IN_LEAD_MINUTES = 1440  # at whatever hour the tests run
    return today_at("10:30", patient=cast.ann_record, provider=cast.okafor_provider)


@pytest.fixture
def phone():
    return Client()


@pytest.fixture
def inside(booked, phone):
    """The page that date of birth and code have opened on the patient's phone."""
    with signed():
        code = checks.code_of(booked)
    return phone.post("/check-in/", {"date_of_birth": BORN, "code": code}).url


def says(phone, inside, **typed):
    page = phone.get(inside)
    shown = {each.name: each.value() for each in page.context["form"] if each.value() is not None}
    return phone.post(inside, shown | {"insurance_answer": "same"} | typed, follow=True)


def taken_back(cast, booked):
    return send(cast.browse_as(cast.rosa), url("undo_step", booked), reason="Still in the car park")


def test_the_same_link_checks_in_once_more(cast, booked, phone, inside):
    assert "Please take a seat" in says(phone, inside, **CHANGED).text
    assert taken_back(cast, booked).status_code == 302
    assert "Please take a seat" in says(phone, inside).text
    booked.refresh_from_db()
    assert booked.status == "Arrived"
    first, second = SelfCheckIn.objects.order_by("id")
    assert (first.insurance_answer, first.undone_at is None) == ("changed", False)
    assert (second.insurance_answer, second.undone_at) == ("same", None)
    assert AuditLog.objects.filter(table_name="SelfCheckIn", record_id=first.pk, action="U", user_name="rosa").exists()


def test_the_code_opens_the_page_anew_too(cast, booked, phone, inside):
    says(phone, inside)
    taken_back(cast, booked)
    code = booked.check_in_code.code
    again = Client().post("/check-in/", {"date_of_birth": BORN, "code": code})
    assert says(phone, again.url).status_code == 200
    assert SelfCheckIn.objects.live().count() == 1


def test_what_the_patient_said_still_waits_for_the_desk(cast, booked, phone, inside):
    says(phone, inside, **CHANGED)
    taken_back(cast, booked)
    desk = cast.browse_as(cast.rosa)
    assert "Insurance changed at check-in" in desk.get("/board/").text
    page = desk.get("/check-ins/").text
    assert "Now with Alpha" in page
    assert "The check-in was taken back" in page
    desk.post(f"/check-ins/{SelfCheckIn.objects.get().pk}/seen-to/")
    assert "Nobody has told" in desk.get("/check-ins/").text


def test_who_is_checked_in_by_the_desk_after_it_is_known_to_be_here(cast, booked, phone, inside):
    page = phone.get(inside)
    says(phone, inside)
    taken_back(cast, booked)
    key = "6f1f4f0e-0f43-4f3c-9a35-6f1c6c1f0a11"
    cast.browse_as(cast.rosa).post(url("check_in", booked), {"idempotency_key": key})
    assert "Please take a seat" in phone.get(inside).text
    typed = {each.name: each.value() for each in page.context["form"] if each.value() is not None}
    phone.post(inside, typed | CHANGED)
    assert SelfCheckIn.objects.live().get().insurance_words == "Now with Alpha"


@pytest.mark.parametrize("way", ["model", "statement"])
def test_the_database_notes_it_whoever_takes_it_back(booked, phone, inside, way):
    says(phone, inside)
    back = {"status": "Scheduled", "undo_reason": "Wrong patient"}
    ways = {
        "model": lambda: Appointment.objects.filter(pk=booked.pk).update(**back),
        "statement": sql(
            "UPDATE Appointment SET status = 'Scheduled', undo_reason = 'x' WHERE appointment_id = %s", booked.pk
        ),
    }
    with signed():
        ways[way]()
    assert SelfCheckIn.objects.get().undone_at is not None


def test_one_check_in_stands_at_a_time_and_one_taken_back_stays_so(cast, booked):
    row = SelfCheckInFactory(appointment=booked)
    assert_refused("self_check_in_once", lambda: SelfCheckInFactory(appointment=booked))
    with signed():
        SelfCheckIn.objects.update(undone_at=row.done_at)
    assert SelfCheckInFactory(appointment=booked)
    assert_refused("self_check_in_is_history", sql("UPDATE SelfCheckIn SET undone_at = NULL"))
