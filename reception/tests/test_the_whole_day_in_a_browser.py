"""A day at the desk of the demonstration practice, played by two receptionists at once."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from accounts.tests.factories import UserFactory
from emr_site.templatetags.emr import person
from emr_site.tests.browser import PHONE
from emr_site.tests.factories import signed
from reception import self_check_in
from reception.models import Appointment, Message, Patient, Room, RoomStay, SlotOffer, WaitingRequest
from reception.models.appointments import Status
from reception.outbox.offers import token_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RENEW = "() => htmx.trigger('#board', 'refresh')"


@pytest.fixture
def practice(settings, quick_passwords, db):
    settings.MESSAGE_QUIET_HOURS = "00:00-00:00"
    settings.CHECK_IN_LEAD_MINUTES = 1440
    call_command("seed_demo", patients=60, verbosity=0)


@pytest.fixture
def desks(practice, visit_as):
    """Inês and Theo, each with the board open."""
    ines = get_user_model().objects.get(username="reception1")
    theo = UserFactory(username="theo", given_name="Theo", family_name="Second", role="Receptionist")
    return [visit_as(user, "/board/") for user in (ines, theo)]


def first_expected():
    today = timezone.localdate()
    return Appointment.objects.on(today).to_come().select_related("patient").order_by("time", "id").first()


def register(desk):
    desk.get_by_role("link", name="New patient").click()
    desk.get_by_label("Family name").fill("Quillfeather")
    desk.get_by_label("Given name").fill("Zelda")
    desk.get_by_role("textbox", name="Date of birth").fill("3 Feb 1971")
    desk.get_by_text("Understood as 03-Feb-1971").wait_for()
    desk.get_by_label("Sex").first.select_option("female")
    desk.get_by_role("textbox", name="Phone number").first.fill("07700 900 321")
    desk.get_by_role("button", name="Register patient").click()
    desk.get_by_text("QUILLFEATHER, Zelda is registered").wait_for()
    return Patient.objects.get(family_name="Quillfeather")


def find_and_book(desk):
    """Found by a name that is not spelled right, and booked into the first free time of a day to come."""
    desk.get_by_label("Find a patient").fill("quilfether zelda")
    desk.get_by_role("link", name="QUILLFEATHER, Zelda").click()
    desk.get_by_role("heading", name="QUILLFEATHER, Zelda").wait_for()
    for ahead in range(1, 6):
        desk.goto(f"/board/?day={timezone.localdate() + timedelta(days=ahead)}")
        if desk.locator("a.free").count():
            break
    desk.locator("a.free").first.click()
    desk.get_by_role("heading", name="for whom?").wait_for()
    desk.keyboard.type("quillfeather")
    desk.keyboard.press("Enter")
    desk.get_by_role("link", name="QUILLFEATHER, Zelda").click()
    desk.get_by_role("button", name="Book appointment").click()
    desk.get_by_text("QUILLFEATHER, Zelda is booked.").wait_for()


def press(desk, appointment, name, then):
    desk.goto(f"/appointments/{appointment.pk}/")
    desk.get_by_role("button", name=name).click()
    desk.get_by_text(f"{person(appointment.patient)}: {then.label}.").wait_for()


def check_in(one, two, who):
    one.goto("/board/")
    two.goto("/board/")
    two.wait_for_function("() => window.Idiomorph !== undefined")
    one.get_by_role("button", name=f"Check in {who}").click()
    one.get_by_text(f"{who}: Checked in.").wait_for()
    two.evaluate(RENEW)
    two.get_by_role("button", name=f"Call in {who}").wait_for()
    assert who in two.locator("#board-news").text_content()


def through_the_building(one, two):
    """Checked in at one desk, seen at the other, called in, with the doctor, at the checkout, gone."""
    expected = first_expected()
    who = person(expected.patient)
    check_in(one, two, who)
    taken = RoomStay.objects.filter(left_at=None).values("room")
    free = Room.objects.exclude(pk__in=taken).order_by("room_number").first()
    two.goto(f"/appointments/{expected.pk}/")
    two.get_by_label("Room").select_option(str(free.pk))
    two.get_by_role("button", name="Put in room").click()
    two.get_by_text(f"{who}: {Status.ROOMED.label}.").wait_for()
    press(one, expected, "With doctor", Status.WITH_DOCTOR)
    press(one, expected, "To checkout", Status.CHECKOUT)
    two.goto(f"/appointments/{expected.pk}/")
    two.get_by_role("heading", name="Balance").wait_for()
    two.goto("/board/")
    two.get_by_role("button", name=f"Finish {who}").click()
    two.get_by_text(f"{who}: {Status.COMPLETED.label}.").wait_for()
    expected.refresh_from_db()
    assert expected.status == "Completed"


def both_move_the_same(one, two, appointment):
    """The second sees what the first has saved, and nothing is overwritten."""
    for desk in (one, two):
        desk.goto(f"/appointments/{appointment.pk}/move/")
    one.get_by_label("Length in minutes").fill("10")
    one.get_by_label("Reason").fill("The patient asked")
    one.get_by_role("button", name="Move appointment").click()
    one.get_by_text("The appointment is moved.").wait_for()
    two.get_by_label("Length in minutes").fill("5")
    two.get_by_label("Reason").fill("Shorter is enough")
    two.get_by_role("button", name="Move appointment").click()
    two.get_by_text("Somebody else has saved this appointment meanwhile").wait_for()
    assert two.get_by_label("Length in minutes").input_value() == "5"


def fill_the_gap(one, two, patient):
    """A time is given up at one desk; who waits takes it on her phone, and the other desk sees it."""
    given_up = Appointment.objects.to_come().filter(date__gt=timezone.localdate() + timedelta(days=1)).first()
    with signed():
        WaitingRequest.objects.create(
            patient=patient, urgency=1, provider_id=given_up.provider_id, duration_minutes=5,
            from_date=timezone.localdate(),
        )  # fmt: skip
    one.goto(f"/appointments/{given_up.pk}/cancel/")
    one.get_by_label("Reason").fill("The patient called")
    one.get_by_role("button", name="Cancel appointment").click()
    one.get_by_text("The appointment is cancelled.").wait_for()
    call_command("work", once=True)
    offer = SlotOffer.objects.open().get(patient=patient)
    assert Message.objects.get(purpose="slot_offer", patient=patient).state == "sent"
    two.goto("/waiting-list/")
    two.get_by_text("QUILLFEATHER, Zelda, held until").wait_for()
    assert Client().post(f"/o/{token_of(offer)}/answer/", {"answer": "yes"}).status_code == 302
    two.goto(f"/board/?day={offer.date}")
    two.get_by_role("link", name="QUILLFEATHER, Zelda").first.wait_for()


def comes_alone(visit_as, one):
    """A patient checks in on her own phone, and stands on the board as waiting."""
    expected = first_expected()
    with signed():
        code = self_check_in.code_of(expected)
    phone = visit_as(None, "/check-in/", **PHONE)
    phone.get_by_label("Your date of birth").fill(f"{expected.patient.date_of_birth:%d/%m/%Y}")
    phone.get_by_label("Your check-in code").fill(code)
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_role("radio", name=re.compile("Still right|I have none")).check()
    for answer in phone.get_by_role("radio", name="I agree", exact=True).all():
        answer.check()
    if phone.get_by_label("Your name, as your signature").count():
        phone.get_by_label("Your name, as your signature").fill(expected.patient.full_name)
    phone.get_by_role("button", name="I am here").click()
    phone.get_by_text("Please take a seat").wait_for()
    one.goto("/board/")
    one.get_by_role("button", name=f"Call in {person(expected.patient)}").wait_for()


def test_two_receptionists_play_the_whole_day(desks, visit_as):
    one, two = desks
    patient = register(one)
    find_and_book(two)
    through_the_building(one, two)
    both_move_the_same(one, two, Appointment.objects.get(patient=patient))
    fill_the_gap(one, two, patient)
    comes_alone(visit_as, one)
