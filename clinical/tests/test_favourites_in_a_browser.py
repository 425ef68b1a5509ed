"""A star is pressed in the middle of work: nothing moves, nothing typed is lost, nothing is loaded anew."""

import pytest

from clinical.icd10_list import write_list
from clinical.models import Favourite
from clinical.problems import diagnose
from clinical.tests.acting import chart_url
from clinical.tests.factories import PrescriptionFactory, TestFactory
from clinical.tests.icd10 import SMALL_LIST
from emr_site.tests.browser import PHONE, assert_accessible, assert_reflows
from emr_site.tests.factories import signed
from reception.tests.factories import VisitFactory, day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAMES = ("metformin 500 mg", "CRP", "Essential (primary) hypertension")


@pytest.fixture
def visit_path(cast):
    """A visit of today at which something of each kind is recorded."""
    visit = VisitFactory(patient=cast.ann_record, provider=cast.okafor_provider, date=day(0))
    PrescriptionFactory(patient=cast.ann_record, visit=visit, provider=cast.okafor_provider)
    TestFactory(visit=visit, type="CRP", date=None)
    with signed():
        write_list(SMALL_LIST)
        diagnose(visit, by=cast.okafor, code="I10")
    return chart_url("visit", cast.ann_record, visit)


def settled(page):
    """Wait until the charges have come, and the page has scrolled to what has the focus."""
    page.get_by_role("region", name="Charges").get_by_role("heading").wait_for()
    page.evaluate("() => new Promise((done) => setTimeout(done, 1000))")


@pytest.mark.parametrize("name", NAMES)
def test_a_star_moves_nothing(cast, visit_path, visit_as, name):
    page = visit_as(cast.okafor, visit_path)
    loads = []
    page.on("load", lambda _: loads.append(1))
    page.get_by_label("Medicine", exact=True).fill("half a medicine")
    page.get_by_label("Test", exact=True).fill("half a test")
    star = page.get_by_role("button", name=f"Keep as favourite: {name}")
    star.focus()
    settled(page)
    before = star.bounding_box()
    place = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    kept = page.get_by_role("button", name=f"A favourite: {name}")
    kept.wait_for()
    assert f"{name} is a favourite of yours." in page.locator("#visit-news").text_content()
    assert page.evaluate("document.activeElement.id") == place
    assert kept.bounding_box() == before
    assert (before["width"] >= 24, before["height"] >= 24) == (True, True)
    assert page.get_by_label("Medicine", exact=True).input_value() == "half a medicine"
    assert page.get_by_label("Test", exact=True).input_value() == "half a test"
    page.keyboard.press("Enter")
    star.wait_for()
    assert page.evaluate("document.activeElement.id") == place
    assert not Favourite.objects.exists()
    assert loads == []


def test_a_starred_medicine_is_first_at_once_and_prescribed_by_one_press(cast, visit_path, visit_as):
    PrescriptionFactory(patient=cast.bo_record, provider=cast.okafor_provider, medication="zinc", dosage="5 mg")
    page = visit_as(cast.okafor, visit_path)
    offers = page.get_by_role("list", name="Favourite, recent and usual medicines").get_by_role("button")
    assert offers.all_inner_texts() == ["zinc 5 mg", "metformin 500 mg"]
    page.get_by_role("button", name="Keep as favourite: metformin 500 mg").click()
    offers.first.get_by_text("metformin").wait_for()
    assert offers.all_inner_texts() == ["metformin 500 mg", "zinc 5 mg"]
    page.evaluate("window.scrollTo(0, 0)")
    assert_accessible(page)
    offers.first.click()
    page.get_by_role("button", name="A favourite: metformin 500 mg").nth(1).wait_for()


def test_it_is_used_on_a_phone(cast, visit_path, visit_as):
    page = visit_as(cast.okafor, visit_path, **PHONE)
    for name in NAMES:
        page.get_by_role("button", name=f"Keep as favourite: {name}").tap()
        page.get_by_role("button", name=f"A favourite: {name}").wait_for()
    assert_accessible(page)
    assert_reflows(page)
    page.goto("/favourites/")
    assert_accessible(page)
    assert_reflows(page)
