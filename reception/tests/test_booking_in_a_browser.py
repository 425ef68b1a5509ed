"""Booking in a browser: free times that follow the choice, what is wrong read first, the open tab in sight."""

import pytest

from clinical.tests.acting import chart_url
from emr_site.tests.browser import PHONE, assert_accessible, assert_reflows
from reception.tests.desk import url, works
from reception.tests.factories import day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OPEN_TAB = """() => {
  const tab = document.querySelector(".tabs [aria-current]").getBoundingClientRect();
  return tab.left >= 0 && tab.right <= window.innerWidth;
}"""


def test_free_times_follow_the_choice_and_enter_still_books(cast, visit_as):
    works(cast.okafor_provider, day(2), "09:00", "11:00")
    page = visit_as(cast.rosa, url("create_appointment", cast.ann_record), **PHONE)
    assert_reflows(page)
    page.get_by_label("Provider").select_option(str(cast.okafor_provider.pk))
    page.get_by_role("button", name="09:15").first.click()
    page.get_by_text("Nothing is saved yet.").wait_for()
    assert page.locator("#id_time").input_value() == "09:15"
    assert_accessible(page)
    page.get_by_label("Reason").press("Enter")
    page.get_by_text("is booked.").wait_for()


def test_what_is_wrong_in_a_part_of_a_page_is_read_first(cast, visit_as):
    page = visit_as(cast.okafor, chart_url("create_allergy", cast.ann_record))
    page.get_by_role("button", name="Save allergy").click()
    page.get_by_text("There is a problem").wait_for()
    page.wait_for_function("document.activeElement.className === 'errors'")
    assert page.title().startswith("Error: ")


def test_the_open_tab_is_in_sight_on_a_phone(cast, visit_as):
    page = visit_as(cast.okafor, f"/patients/{cast.ann_record.pk}/information/", **PHONE)
    assert page.evaluate(OPEN_TAB)
