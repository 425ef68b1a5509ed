"""The report reader's path in a real browser, at a desk and on a phone."""

import pytest

from emr_site.reports.report import all_reports
from emr_site.tests.browser import PHONE, assert_accessible, assert_reflows
from reception.tests.factories import AppointmentFactory, day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def appointments(cast):
    cast.call_everyone()
    return [AppointmentFactory(status=status, date=day(3)) for status in ("Scheduled", "Cancelled")]


def test_rita_finds_sorts_and_takes_away_a_report(visit_as, cast, appointments):
    page = visit_as(cast.rita, "/reports/")
    assert_accessible(page)
    page.get_by_role("link", name="Appointment details").click()
    page.get_by_label("Status").select_option("Cancelled")
    page.get_by_role("button", name="Show rows").click()
    assert page.locator("tbody tr").count() == 1
    assert "status=Cancelled" in page.url
    page.get_by_role("link", name="Patient name").click()
    assert page.get_by_role("columnheader", name="Patient name").get_attribute("aria-sort") == "ascending"
    assert page.get_by_label("Status").input_value() == "Cancelled"
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").click()
    text = open(download.value.path(), encoding="utf-8-sig").read()  # noqa: SIM115
    assert len(text.splitlines()) == 2


def test_a_mistake_is_led_to_by_the_keyboard(visit_as, cast):
    page = visit_as(cast.rita, "/reports/appointment-details/?date_from=soon")
    assert_accessible(page)
    page.get_by_role("link", name="From: Write the date").press("Enter")
    assert page.get_by_label("From").evaluate("box => box === document.activeElement")


@pytest.mark.parametrize("frame", [{}, PHONE], ids=["desk", "phone"])
def test_every_report_can_be_read_by_everybody(visit_as, cast, appointments, frame):
    page = visit_as(cast.rita, "/reports/", **frame)
    for slug in all_reports():
        page.goto(f"/reports/{slug}/")
        assert_accessible(page)
        assert_reflows(page, width=390 if frame else 320)
