"""A patient's way through the portal, on a phone."""

import pytest

from accounts.tests.factories import UserFactory
from emr_site.tests.browser import PHONE, assert_accessible, assert_reflows
from reception.tests.factories import PatientFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "correct horse battery"
THUMB_PX = 44
SMALL_TARGETS = """(least) => [...document.querySelectorAll("a, button, input:not([type=hidden])")]
    .filter(each => getComputedStyle(each).display !== "inline" && !each.matches(".skip"))
    .filter(each => each.getBoundingClientRect().height > 0 && each.getBoundingClientRect().height < least)
    .map(each => each.outerHTML.slice(0, 90))"""


def look_at(page, heading):
    """The page with this heading is one that a thumb, a screen reader and a narrow screen can use."""
    page.get_by_role("heading", level=1, name=heading).wait_for()
    page.wait_for_load_state()  # its size is that of its style sheets
    assert page.evaluate(SMALL_TARGETS, THUMB_PX) == []
    assert_accessible(page)
    assert_reflows(page)


def test_a_patient_signs_in_and_out(visit_as):
    nell = UserFactory(username="nell", role="Patient", password=PASSWORD)
    PatientFactory(given_name="Nell", user=nell)
    page = visit_as(None, "/my/appointments/", **PHONE)
    look_at(page, "Sign in")
    page.get_by_label("User name").fill("nell")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    look_at(page, "Your visits")
    page.get_by_role("button", name="Sign out").click()
    look_at(page, "Sign in")


def test_a_patient_finds_the_visit_the_medicines_and_the_details(cast, visit_as):
    assert cast.ann_appointment
    assert cast.ann_prescription
    page = visit_as(cast.ann, "/", **PHONE)
    look_at(page, "Ann")
    page.get_by_role("link", name="See this visit").click()
    look_at(page, "Your visit")
    page.get_by_role("link", name="All your visits").click()
    look_at(page, "Your visits")
    page.get_by_role("link", name="Medicines").click()
    look_at(page, "Your medicines")
    page.get_by_role("link", name="metformin").click()
    look_at(page, "metformin")
    page.get_by_role("navigation").get_by_role("link", name="details").click()
    look_at(page, "Your details")
    page.get_by_role("navigation").get_by_role("link", name="Profile").click()
    look_at(page, "Your profile")
    page.get_by_role("link", name="Change password").click()
    look_at(page, "Change password")
