"""The doctor's, the nurse's and the back office's way through a chart, in a real browser, judged by axe."""

import pytest
from django.utils import timezone

from clinical.models import ClinicalRecord, Prescription, Test
from emr_site.tests.browser import PHONE, assert_accessible, look_at
from emr_site.tests.factories import signed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def waiting(cast):
    """Ann sits in the waiting room."""
    visit = cast.ann_visit
    with signed():
        visit.date, visit.arrived_at = timezone.localdate(), timezone.now()
        visit.save()
    return visit


def find_ann(page):
    """By the keyboard alone."""
    page.keyboard.press("/")
    page.keyboard.type("hale, a")
    page.locator("#find-results a").first.wait_for()
    assert_accessible(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    look_at(page, "HALE, Ann")


def write_and_sign(page):
    page.get_by_role("button", name="Start visit").click()
    look_at(page, "Note")
    page.get_by_label("Subjective", exact=True).fill("Sore throat for three days")
    page.get_by_label("Assessment", exact=True).fill("Tonsillitis")
    page.get_by_role("link", name="Sign note").click()
    page.get_by_role("button", name="Sign note for HALE, Ann").click()
    look_at(page, "Visit of")


def test_a_doctor_finds_the_patient_and_does_the_visit(cast, waiting, visit_as):
    page = visit_as(cast.okafor, "/")
    look_at(page, "My day")
    find_ann(page)
    write_and_sign(page)
    page.get_by_role("link", name="Prescribe").click()
    look_at(page, "Prescribe")
    page.get_by_label("Medicine").fill("phenoxymethylpenicillin")
    page.get_by_label("Dose").fill("500 mg")
    page.get_by_role("button", name="Save prescription").click()
    look_at(page, "Prescriptions")
    page.get_by_role("link", name="phenoxymethylpenicillin").click()
    look_at(page, "phenoxymethylpenicillin")
    for part in ("Visits", "Records"):
        page.get_by_role("navigation", name="Parts of the record").get_by_role("link", name=part).click()
        look_at(page, part)
    record = ClinicalRecord.objects.get(visit=waiting)
    assert (record.signs_and_symptoms, record.discharge_diagnosis) == ("Sore throat for three days", "Tonsillitis")
    # Nothing is added to a visit that is signed.
    assert Prescription.objects.get(patient=cast.ann_record).visit is None
    waiting.refresh_from_db()
    assert waiting.started_at


def test_a_nurse_orders_a_test_and_enters_its_results(cast, waiting, visit_as):
    page = visit_as(cast.ned, f"/patients/{cast.ann_record.pk}/tests/")
    look_at(page, "Tests")
    page.get_by_role("link", name="Add test").click()
    look_at(page, "Add a test")
    page.get_by_label("Test", exact=False).first.fill("CRP")
    page.get_by_role("button", name="Save test").click()
    page.get_by_role("link", name="CRP").first.click()
    look_at(page, "CRP")
    page.get_by_role("link", name="Enter results").click()
    page.get_by_label("Results").fill("12 mg/L")
    page.get_by_role("button", name="Save test").click()
    page.get_by_text("12 mg/L").first.wait_for()
    assert Test.objects.get(visit=waiting).results == "12 mg/L"


def test_two_doctors_in_one_record_lose_no_word(cast, waiting, visit_as):
    assert cast.ann_clinical_record
    url = f"/patients/{cast.ann_record.pk}/visits/{waiting.pk}/record/edit/"
    mine, theirs = visit_as(cast.okafor, url), visit_as(cast.lund, url)
    theirs.get_by_label("Notes").fill("Call back on Friday")
    theirs.get_by_role("button", name="Save record").click()
    look_at(theirs, "Visit of")
    mine.get_by_label("Notes").fill("Wait for the swab")
    mine.get_by_role("button", name="Save record").click()
    look_at(mine, "Somebody else has saved")
    assert mine.get_by_label("Notes").input_value() == "Wait for the swab"
    assert mine.get_by_text("Call back on Friday").is_visible()
    mine.get_by_label("Notes").fill("Call back on Friday. Wait for the swab")
    mine.get_by_role("button", name="Save my text").click()
    look_at(mine, "Visit of")
    assert ClinicalRecord.objects.get(visit=waiting).notes == "Call back on Friday. Wait for the swab"


def test_the_back_office_reads_records_bills_and_information(cast, visit_as):
    cast.call_everyone()
    page = visit_as(cast.sam, "/")
    look_at(page, "Clinical records")
    page.get_by_role("link", name="HALE, Ann").first.click()
    look_at(page, "Visit of")
    tabs = page.get_by_role("navigation", name="Parts of the record")
    tabs.get_by_role("link", name="Information").click()
    look_at(page, "Information")
    tabs.get_by_role("link", name="Billing").click()
    look_at(page, "Bill")
    page.get_by_role("navigation", name="Main", exact=True).get_by_role("link", name="Billing").click()
    look_at(page, "Billing")


def test_a_chart_is_read_on_a_phone(cast, waiting, visit_as):
    cast.call_everyone()
    page = visit_as(cast.okafor, f"/patients/{cast.ann_record.pk}/", **PHONE)
    look_at(page, "HALE, Ann")
