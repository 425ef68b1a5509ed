"""A receptionist's way through the day, in a real browser, judged by axe."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from emr_site.tests.browser import DESKTOP, PHONE, assert_accessible, assert_reflows, look_at
from reception.models import Appointment, Visit
from reception.tests.desk import today_at, works
from reception.tests.factories import RoomFactory, day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def working(cast):
    """Dr Okafor works today and tomorrow, and Bo is expected."""
    for date in (day(0), day(1)):
        works(cast.okafor_provider, date, "00:00", "23:59", room=RoomFactory())
    assert cast.ann_record
    at = (timezone.localtime() - timedelta(minutes=30)).strftime("%H:%M") if timezone.localtime().hour else "00:30"
    return today_at(at, patient=cast.bo_record, provider=cast.okafor_provider)


def test_a_free_slot_is_booked_in_three_clicks(cast, working, visit_as):
    page = visit_as(cast.rosa, f"/board/?day={day(1)}")
    look_at(page, "-20")
    page.get_by_role("link", name="Book 09:45 with").click()
    look_at(page, "Book an appointment: for whom?")
    page.keyboard.type("hale")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="HALE, Ann").wait_for()
    assert_accessible(page)
    page.get_by_role("link", name="HALE, Ann").click()
    look_at(page, "Book an appointment")
    page.get_by_role("button", name="Book appointment").click()
    page.get_by_text("HALE, Ann is booked.").wait_for()
    booked = Appointment.objects.get(patient=cast.ann_record)
    assert (booked.provider, booked.date, f"{booked.time:%H:%M}") == (cast.okafor_provider, day(1), "09:45")
    assert page.get_by_role("link", name="HALE, Ann").first.is_visible()


def test_who_arrives_is_checked_in_with_one_click_and_leaves(cast, working, visit_as):
    page = visit_as(cast.rosa, "/")
    look_at(page, "-20")
    page.get_by_role("button", name="Check in WINTER, Bo").click()
    page.get_by_text("WINTER, Bo: Checked in.").wait_for()
    look_at(page, "Waiting room")
    assert Visit.objects.get(appointment=working).arrived_at
    page.get_by_role("complementary").get_by_role("link", name="WINTER, Bo").click()
    look_at(page, "WINTER, Bo")
    page.get_by_role("button", name="Complete").click()
    page.get_by_text("WINTER, Bo: The appointment is completed.").wait_for()
    working.refresh_from_db()
    assert working.status == "Completed"


def test_an_appointment_is_moved_and_cancelled_by_forms(cast, visit_as):
    page = visit_as(cast.rosa, f"/appointments/?day={cast.ann_appointment.date}")
    look_at(page, "-20")
    page.get_by_role("link", name="HALE, Ann").click()
    page.get_by_role("link", name="Move to…").click()
    look_at(page, "Move the appointment")
    page.get_by_role("textbox", name="Time").fill("25:00")
    page.get_by_role("button", name="Move appointment").click()
    look_at(page, "There is a problem")
    page.get_by_role("textbox", name="Time").fill("14:05")
    page.get_by_label("Reason").fill("The patient asked")
    page.get_by_role("button", name="Move appointment").click()
    page.get_by_text("The appointment is moved.").wait_for()
    page.get_by_role("link", name="Cancel appointment").click()
    look_at(page, "Cancel the appointment")
    page.get_by_label("Reason").fill("The patient called")
    page.get_by_role("button", name="Cancel appointment").click()
    page.get_by_text("The appointment is cancelled.").wait_for()
    assert_accessible(page)
    cast.ann_appointment.refresh_from_db()
    assert (f"{cast.ann_appointment.time:%H:%M}", cast.ann_appointment.status) == ("14:05", "Cancelled")


def test_a_patient_is_registered_and_corrected(cast, visit_as):
    page = visit_as(cast.rosa, "/")
    page.get_by_role("link", name="New patient").click()
    look_at(page, "Register a patient")
    page.get_by_label("Family name").fill("Okonkwo")
    page.get_by_label("Given name").fill("Adaeze")
    page.get_by_role("textbox", name="Date of birth").fill("14/8/80")
    page.get_by_label("Sex").first.select_option("female")
    page.get_by_role("button", name="Register patient").click()
    look_at(page, "OKONKWO, Adaeze")
    page.get_by_role("link", name="Edit information").click()
    page.wait_for_url("**/edit/")
    look_at(page, "OKONKWO, Adaeze")
    page.get_by_role("textbox", name="Phone").first.fill("01632 960 777")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("01632 960 777").first.wait_for()
    page.get_by_role("link", name="Add insurance").first.click()
    page.wait_for_url("**/insurances/new/")
    look_at(page, "OKONKWO, Adaeze")


def test_the_board_works_on_a_phone_and_without_scripts(cast, working, visit_as):
    page = visit_as(cast.rosa, "/board/", **PHONE)
    assert_accessible(page)
    assert_reflows(page)
    plain = visit_as(cast.rosa, "/board/", **DESKTOP, java_script_enabled=False)
    plain.get_by_role("button", name="Check in WINTER, Bo").click()
    plain.get_by_text("WINTER, Bo: Checked in.").wait_for()


def test_the_board_opens_at_this_moment(cast, working, visit_as):
    page = visit_as(cast.rosa, "/board/")
    box = page.locator(".now-tag").bounding_box()
    assert 0 < box["y"] < DESKTOP["viewport"]["height"]


def renewed(page):
    """The status with which the board is renewed."""
    with page.expect_response(lambda answer: "/board/" in answer.url) as answer:
        page.evaluate("() => htmx.trigger('#board', 'refresh')")
    return answer.value.status


def test_the_board_renews_itself_and_nobody_loses_their_place(cast, working, visit_as):
    page = visit_as(cast.rosa, "/board/")
    page.get_by_role("button", name="Check in WINTER, Bo").wait_for()
    page.wait_for_function("() => window.Idiomorph !== undefined")
    link = page.get_by_role("link", name="WINTER, Bo").first
    link.focus()
    page.evaluate("document.querySelector('.b-scroll').scrollTop = 30")
    # Every five minutes the line of now moves on: of two looks one at least sees the same board.
    assert 304 in (renewed(page), renewed(page))
    # Another desk checks Bo in.
    cast.browse_as(cast.rosa).post(f"/appointments/{working.pk}/check-in/", {"idempotency_key": str(uuid4())})
    renewed(page)
    page.get_by_text("1 waiting").wait_for()
    assert page.locator("#board-news").text_content() == "WINTER, Bo: Waiting."
    assert page.evaluate("document.activeElement.textContent").startswith("WINTER, Bo")
    assert page.evaluate("document.querySelector('.b-scroll').scrollTop") == 30
    assert_accessible(page)
    page.get_by_role("button", name="Call in WINTER, Bo").click()
    page.get_by_text("WINTER, Bo: In room.").wait_for()
    page.goto(page.url.replace("/board/", "/board/rooms/"))
    look_at(page, "Rooms")
    page.get_by_role("link", name="Week").click()
    look_at(page, "-20")
