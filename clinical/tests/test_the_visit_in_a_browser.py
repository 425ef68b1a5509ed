"""A whole visit, arrival to signature, on one page: few clicks, few loads, and the keyboard alone."""

import re

import pytest
from django.utils import timezone

from billing.models import Fee, ProposedCharge
from clinical.icd10_list import write_list
from clinical.models import ClinicalRecord, NoteSignature, Prescription, Test, VisitDiagnosis, VitalSigns
from clinical.tests.acting import chart_url
from clinical.tests.factories import PrescriptionFactory, TestFactory
from clinical.tests.icd10 import SMALL_LIST
from emr_site.tests.browser import PHONE, assert_accessible, assert_reflows
from emr_site.tests.factories import signed
from reception.tests.factories import VisitFactory, day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_CLICKS, MOST_LOADS = 12, 2


@pytest.fixture
def visit(cast):
    """Ann has come; Dr Okafor has prescribed and ordered before, so that there are favourites."""
    earlier = VisitFactory(patient=cast.bo_record, provider=cast.okafor_provider, date=day(-5))
    PrescriptionFactory(
        patient=cast.bo_record, visit=earlier, provider=cast.okafor_provider, medication="amoxicillin", dosage="500 mg"
    )
    TestFactory(visit=earlier, type="CRP")
    with signed():
        write_list(SMALL_LIST)
        Fee.objects.create(code="V1", title="CRP", amount="60.00", test_type="CRP")
    return VisitFactory(
        patient=cast.ann_record, provider=cast.okafor_provider, date=day(0), arrived_at=timezone.now(), reason="Cough"
    )


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
    counted.click(page.get_by_label("BP, mmHg"))
    page.keyboard.type("128/82")
    page.keyboard.press("Tab")
    page.keyboard.type("76")
    page.keyboard.press("Enter")
    page.get_by_text("128").first.wait_for()
    counted.click(page.get_by_label("Subjective", exact=True))
    page.keyboard.type("Cough for a week")
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
    counted.click(page.get_by_role("button", name="Propose charges"))
    page.get_by_text("Proposed:").wait_for()
    assert_accessible(page)
    counted.click(page.get_by_role("link", name="Sign note"))
    assert_accessible(page)
    counted.click(page.get_by_role("button", name="Sign note for HALE, Ann"))
    page.get_by_text("The note is signed.").wait_for()
    assert (counted.clicks <= MOST_CLICKS, counted.loads <= MOST_LOADS) == (True, True), vars(counted)
    assert_decided(cast, visit)


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
    keys, box = page.keyboard, page.locator
    keys.press("n")
    page.get_by_label("BP, mmHg").wait_for()
    keys.press("v")
    keys.type("128/82")
    keys.press("Control+Enter")
    box("#vitals-box").get_by_text("128").wait_for()
    assert page.evaluate("document.activeElement.name") == "blood_pressure"
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
    go(keys, "c", "\t")
    keys.press("Enter")
    page.get_by_text("Proposed:").wait_for()
    go(keys, "n", "Cough for a week")
    keys.press("Control+s")
    page.locator("#save-state").get_by_text(re.compile("^Saved")).wait_for()
    keys.press("Control+Enter")
    page.get_by_role("dialog").get_by_role("button", name="Sign note for HALE, Ann").wait_for()
    keys.press("Enter")
    page.get_by_text("The note is signed.").wait_for()
    assert_decided(cast, visit)


def go(keys, key, words):
    """Out of the field, to the part that this key names, and type; a tab goes to the next field."""
    keys.press("Escape")
    keys.press(key)
    for nth, part in enumerate(words.split("\t")):
        if nth:
            keys.press("Tab")
        keys.type(part)


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
