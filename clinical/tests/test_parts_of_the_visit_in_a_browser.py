"""The parts of a visit's page: what is searched while it is typed, what a colleague writes meanwhile, and a phone."""

import pytest

from clinical.tests.acting import chart_url
from clinical.tests.visit_page import ann_has_come
from emr_site.tests.browser import PHONE, assert_accessible, assert_reflows

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


# Orders once, and once more in the moment after the box of charges was put in place; whether it asks both times.
TWO_ORDERS = """() => new Promise((answer) => {
  let times = 0;
  const hasCharges = ({ xhr, pathInfo }) => xhr.status === 200 && pathInfo.requestPath.endsWith("/charges/");
  const order = () => htmx.trigger(document.body, "ordered");
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (!hasCharges(event.detail)) return;
    times += 1;
    if (times === 2) answer(true); else queueMicrotask(order);
  });
  setTimeout(() => answer(false), 4000);
  order();
})"""


@pytest.fixture
def visit(cast):
    return ann_has_come(cast)


def test_diagnoses_are_searched_again_and_again(cast, visit, visit_as):
    page = visit_as(cast.okafor, chart_url("visit", cast.ann_record, visit))
    field, options = page.get_by_label("Diagnosis", exact=True), page.locator("#diagnosis-form .options")
    field.press_sequentially("dm2", delay=40)
    options.get_by_text("E11.9").wait_for()
    field.fill("")
    options.locator(".pick-row").first.wait_for(state="detached")
    field.press_sequentially("asthma", delay=40)
    options.get_by_text("J45").first.wait_for()
    assert options.get_by_text("E11.9").count() == 0


def test_a_medicine_is_found_and_fills_the_form(cast, visit, visit_as):
    page = visit_as(cast.okafor, chart_url("visit", cast.ann_record, visit))
    page.get_by_label("Medicine", exact=True).press_sequentially("amox", delay=40)
    page.locator("#prescribing .options").get_by_text("amoxicillin").wait_for()
    assert_accessible(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.get_by_label("Dose", exact=True).input_value() == "500 mg"


def test_the_nurses_part_reaches_the_doctor_without_moving_anything(cast, visit, visit_as):
    doctor = visit_as(cast.okafor, chart_url("visit", cast.ann_record, visit))
    nurse = visit_as(cast.ned, chart_url("visit", cast.ann_record, visit))
    medicine = doctor.get_by_label("Medicine", exact=True)
    medicine.press_sequentially("ibup")
    doctor.evaluate("window.scrollTo(0, 120)")
    nurse.get_by_label("BP, mmHg").fill("151/90")
    nurse.get_by_role("button", name="Save vitals").click()
    doctor.locator("#vitals-box").get_by_text("151").wait_for()
    assert medicine.input_value() == "ibup"
    assert doctor.evaluate("document.activeElement.name") == "medication"
    assert doctor.evaluate("window.scrollY") == 120
    assert "Vital signs" in doctor.locator("#visit-news").text_content()
    assert nurse.get_by_role("link", name="Sign note").count() == 0


def test_it_is_used_on_a_phone(cast, visit, visit_as):
    page = visit_as(cast.okafor, chart_url("visit", cast.ann_record, visit), **PHONE)
    assert_accessible(page)
    first = page.locator("#note-intake").bounding_box()
    assert first["y"] < 844, "writing comes first"
    assert page.get_by_role("link", name="Sign note").is_visible()
    assert_reflows(page)


def test_no_order_is_missed_while_the_charges_are_renewed(cast, visit, visit_as):
    page = visit_as(cast.okafor, chart_url("visit", cast.ann_record, visit))
    page.locator("#charges-title").wait_for()
    assert page.evaluate(TWO_ORDERS)
