"""Each role's main path in a browser that runs no scripts."""

import pytest
from django.utils import timezone

from clinical.models import ClinicalRecord
from clinical.tests.acting import chart_url
from emr_site.tests.browser import DESKTOP, PHONE
from emr_site.tests.factories import signed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plainly(visit_as):
    return lambda user, path="/", **context: visit_as(user, path, **(context or DESKTOP), java_script_enabled=False)


def test_a_doctor_finds_a_patient_and_writes_the_record(cast, plainly):
    with signed():
        type(cast.ann_visit).objects.filter(pk=cast.ann_visit.pk).update(
            date=timezone.localdate(), arrived_at=timezone.now()
        )
    page = plainly(cast.okafor)
    page.fill("#find", "hale, a")
    page.press("#find", "Enter")
    page.get_by_role("link", name="HALE, Ann").click()
    page.get_by_role("button", name="Start visit").click()
    page.get_by_label("Assessment", exact=True).fill("Tonsillitis")
    page.get_by_role("button", name="Save note").click()
    page.get_by_text("The note is saved.").wait_for()
    page.get_by_label("BP, mmHg").fill("120/80")
    page.get_by_role("button", name="Save vitals").click()
    page.get_by_text("The measurements are saved.").wait_for()
    page.goto(chart_url("visit", cast.ann_record, cast.ann_visit))
    page.get_by_role("link", name="Sign note").click()
    page.get_by_role("button", name="Sign note for HALE, Ann").click()
    page.get_by_text("The note is signed.").wait_for()
    assert ClinicalRecord.objects.get(visit=cast.ann_visit).discharge_diagnosis == "Tonsillitis"


def test_a_nurse_enters_a_result(cast, plainly):
    page = plainly(cast.ned, f"/patients/{cast.ann_record.pk}/tests/{cast.ann_test.pk}/edit/")
    page.get_by_label("Results").fill("No abnormality")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("The test is saved.").wait_for()
    cast.ann_test.refresh_from_db()
    assert cast.ann_test.results == "No abnormality"


def test_staff_filter_the_records_and_the_bills(cast, plainly):
    assert cast.ann_clinical_record
    assert cast.ann_billing
    page = plainly(cast.sam, "/clinical-records/")
    page.get_by_label("MRN", exact=True).fill(cast.ann_record.mrn)
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="HALE, Ann").wait_for()
    page.goto("/billing/")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="HALE, Ann").first.wait_for()


def test_a_reader_filters_and_sorts_a_report(cast, plainly):
    assert cast.ann_appointment
    page = plainly(cast.rita)
    page.get_by_role("link", name="Appointment details").click()
    page.get_by_label("Status").select_option("Scheduled")
    page.get_by_role("button", name="Show rows").click()
    page.get_by_role("link", name="Patient name").click()
    page.get_by_role("cell", name="Ann Hale").wait_for()


def test_a_patient_reads_visits_and_medicines(cast, plainly):
    assert cast.ann_appointment
    assert cast.ann_prescription
    page = plainly(cast.ann, "/my/", **PHONE)
    page.get_by_role("link", name="See this visit").click()
    page.get_by_text("Dr. Chidi Okafor").first.wait_for()
    page.goto("/my/prescriptions/")
    page.get_by_text(cast.ann_prescription.medication).first.wait_for()
