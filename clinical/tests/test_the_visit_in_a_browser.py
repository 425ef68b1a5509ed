"""A whole visit, arrival to signature, on one page: few clicks, few loads, and the keyboard alone."""

import pytest

from billing.models import ProposedCharge
from clinical.models import ClinicalRecord, NoteSignature, Prescription, Test, VisitDiagnosis, VitalSigns
from clinical.tests.visit_page import ann_has_come, wait_saved
from emr_site.tests.browser import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_CLICKS, MOST_LOADS = 12, 2


@pytest.fixture
def visit(cast):
    return ann_has_come(cast)


class Counted:
    """A page whose clicks and loads are counted."""

    def __init__(self, page):
        self.page, self.clicks, self.loads = page, 0, 0
        page.on("load", self.loaded)

    def loaded(self, _):
        self.loads += 1

    def click(self, locator):
        self.clicks += 1
        locator.click()


def test_a_visit_takes_twelve_clicks_and_two_loads_at_most(cast, visit, visit_as):
    """From the doctor's day to the signature; the signed record that follows is the second load."""
    page = visit_as(cast.okafor, "/my-day/")
    assert_accessible(page)
    counted = Counted(page)
    counted.click(page.get_by_role("button", name="Start visit of HALE, Ann"))
    page.get_by_label("BP, mmHg").wait_for()
    assert_accessible(page)
    measure_and_write(counted)
    decide(counted)
    counted.click(page.get_by_role("button", name="Propose charges"))
    page.get_by_text("Proposed:").wait_for()
    assert_accessible(page)
    counted.click(page.get_by_role("link", name="Sign note"))
    assert_accessible(page)
    counted.click(page.get_by_role("button", name="Sign note for HALE, Ann"))
    page.get_by_text("The note is signed.").wait_for()
    assert (counted.clicks <= MOST_CLICKS, counted.loads <= MOST_LOADS) == (True, True), vars(counted)
    assert_decided(cast, visit)


def measure_and_write(counted):
    page = counted.page
    counted.click(page.get_by_label("BP, mmHg"))
    page.keyboard.type("128/82")
    page.keyboard.press("Tab")
    page.keyboard.type("76")
    page.keyboard.press("Enter")
    page.get_by_text("128").first.wait_for()
    counted.click(page.get_by_label("Subjective", exact=True))
    page.keyboard.type("Cough for a week")


def decide(counted):
    """A diagnosis, a medicine and a test."""
    page = counted.page
    counted.click(page.get_by_label("Diagnosis", exact=True))
    page.keyboard.type("dm2")
    counted.click(page.get_by_role("button", name="E11.9").first)
    page.locator("#diagnosis-list").get_by_text("E11.9").wait_for()
    counted.click(page.get_by_label("Medicine", exact=True))
    page.keyboard.type("codeine")
    page.keyboard.press("Tab")
    page.keyboard.type("15 mg")
    page.keyboard.press("Enter")
    page.locator("#prescription-list").get_by_text("codeine").wait_for()
    counted.click(page.locator("#ordering").get_by_role("button", name="CRP"))
    page.locator("#order-list").get_by_text("CRP").wait_for()


def assert_decided(cast, visit):
    """All that the tests do at the visit is stored, and signed by Dr Okafor."""
    assert VitalSigns.objects.get(visit=visit).systolic_mmhg == 128
    assert VisitDiagnosis.objects.get(visit=visit).problem.icd10_code_id == "E11.9"
    assert Prescription.objects.get(visit=visit).medication == "codeine"
    assert Test.objects.get(visit=visit).type == "CRP"
    assert [each.fee.code for each in ProposedCharge.objects.live()] == ["V1"]
    record = ClinicalRecord.objects.get(visit=visit)
    assert "E11.9" in record.discharge_diagnosis
    assert record.prescriptions.startswith("codeine")
    assert NoteSignature.objects.get().signed_by == cast.okafor


def test_the_keyboard_alone_does_a_whole_visit(cast, visit, visit_as):
    page = visit_as(cast.okafor, "/my-day/")
    keys = page.keyboard
    keys.press("n")
    page.get_by_label("BP, mmHg").wait_for()
    keys.press("v")
    keys.type("128/82")
    keys.press("Control+Enter")
    page.locator("#vitals-box").get_by_text("128").wait_for()
    assert page.evaluate("document.activeElement.name") == "blood_pressure"
    decide_by_keys(page)
    go(keys, "c", "\t")
    keys.press("Enter")
    page.get_by_text("Proposed:").wait_for()
    go(keys, "n", "Cough for a week")
    keys.press("Control+s")
    wait_saved(page)
    keys.press("Control+Enter")
    page.get_by_role("dialog").get_by_role("button", name="Sign note for HALE, Ann").wait_for()
    keys.press("Enter")
    page.get_by_text("The note is signed.").wait_for()
    assert_decided(cast, visit)


def decide_by_keys(page):
    """A diagnosis, a medicine and a test; after each the cursor stands where the next one is typed."""
    keys, box = page.keyboard, page.locator
    go(keys, "d", "dm2")
    page.get_by_role("button", name="E11.9").first.wait_for()
    keys.press("ArrowDown")
    keys.press("Enter")
    box("#diagnosis-list").get_by_text("E11.9").wait_for()
    page.wait_for_function("() => document.activeElement.name === 'q'")
    go(keys, "m", "codeine\t15 mg")
    keys.press("Enter")
    box("#prescription-list").get_by_text("codeine").wait_for()
    page.wait_for_function("() => document.activeElement.name === 'medication'")
    go(keys, "o", "CRP")
    keys.press("Enter")
    box("#order-list").get_by_text("CRP").wait_for()
    page.wait_for_function("() => document.activeElement.name === 'type'")
    box("#charges").get_by_text("CRP").wait_for()


def go(keys, key, words):
    """Out of the field, to the part that this key names, and type; a tab goes to the next field."""
    keys.press("Escape")
    keys.press(key)
    for nth, part in enumerate(words.split("\t")):
        if nth:
            keys.press("Tab")
        keys.type(part)
