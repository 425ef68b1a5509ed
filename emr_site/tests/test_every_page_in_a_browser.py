"""Every page beside those of the chart and the desk, and what a page becomes: a list, a refusal, two versions."""

import pytest
from django.urls import reverse

from accounts.tests.factories import UserFactory
from clinical.tests.acting import chart_url
from emr_site.tests.browser import assert_accessible, assert_reflows
from emr_site.tests.every_page import faults_as_seen_by, faults_of, readers_of
from emr_site.tests.factories import signed
from reception.models import Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("role", readers_of("emr_site"))
def test_each_page_is_accessible(cast, visit_as, role):
    assert faults_as_seen_by(role, "emr_site", cast, visit_as) == []


def test_pages_that_say_no_are_accessible(cast, visit_as):
    cast.call_everyone()
    doctor = visit_as(cast.okafor, "/")
    assert faults_of(doctor, ["/reports/", "/no-such-page/", "/patients/999999999/"]) == []
    newcomer = visit_as(UserFactory(role="Patient"), "/")
    assert faults_of(newcomer, ["/my/"]) == []
    nobody_yet = visit_as(UserFactory(), "/")
    assert faults_of(nobody_yet, ["/"]) == []


def test_a_list_of_patients_found_is_accessible(cast, visit_as):
    cast.call_everyone()
    page = visit_as(cast.rosa, "/")
    for text in ("hale", "zzzz", "z"):
        page.fill("#find", text)
        page.press("#find", "Enter")
        page.wait_for_url("**/patients/?search=*")
        assert_accessible(page)
        assert_reflows(page)


def test_a_refused_form_and_two_versions_are_accessible(cast, visit_as):
    cast.call_everyone()
    page = visit_as(cast.okafor, chart_url("create_prescription", cast.ann_record))
    page.get_by_role("button", name="Save prescription").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    assert_accessible(page)
    page = visit_as(cast.rosa, reverse("reception:edit_patient", args=[cast.ann_record.pk]))
    page.get_by_role("textbox", name="Phone").first.fill("01632 960 111")
    with signed():
        Patient.objects.filter(pk=cast.ann_record.pk).update(phone_number="01632 960 222")
    page.get_by_role("button", name="Save information").click()
    page.get_by_text("Somebody else has saved this").wait_for()
    assert_accessible(page)
    assert_reflows(page)
