"""Every page of the access table, as somebody sees it, judged by axe and at 320 px."""

import pytest
from django.urls import reverse

from accounts.tests.factories import UserFactory
from clinical.tests.acting import chart_url
from emr_site.back_office.tests.test_lists import OURS, address
from emr_site.tests.access_table import HEAD, LINES, arguments
from emr_site.tests.browser import assert_accessible, assert_reflows
from emr_site.tests.factories import signed
from reception.models import Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROLES = HEAD[3:]
# No pages: a probe's answer, files, and what a page asks for by itself.
NO_PAGES = (
    "health_live",
    "health_ready",
    "reports:report_csv",
    "reception:appointment_calendar",
    "reception:appointment_letter",
    "reception:day_list",
    "clinical:printed_summary",
    "clinical:note_state",
    "clinical:phrase_list",
    "clinical:visit_news",
    "clinical:icd10_options",
    "clinical:medicine_options",
    "reception:free_times",
    "reception:photo",
    "reception:my_photo",
)


def pages_of(role):
    """(name, of) of the pages that this role may open and none before it in the table's order."""
    found = []
    for name, method, of, *statuses in LINES:
        first = next((each for each, status in zip(ROLES, statuses, strict=True) if status == "200"), None)
        if method == "GET" and first == role and name not in NO_PAGES:
            found.append((name, of))
    return found


def faults_of(page, urls):
    """What axe or the width says of each page, all of them before the test fails."""
    faults = []
    for url in urls:
        page.goto(url)
        try:
            assert_accessible(page)
            assert_reflows(page)
        except AssertionError as fault:
            faults.append(f"{url}: {fault}")
    return faults


@pytest.mark.parametrize(
    ("role", "who"),
    [(None, None), ("Pat", "ann"), ("Doc", "okafor"), ("Nur", "ned"), ("Rec", "rosa"), ("Sta", "sam"), ("Rep", "rita")],
)
def test_each_page_is_accessible(cast, visit_as, role, who):
    cast.call_everyone()
    urls = [reverse(name, kwargs=arguments(cast, name, of)) for name, of in pages_of(role or "anon")]
    assert urls or role == "Nur"
    page = visit_as(getattr(cast, who) if who else None, "/")
    assert faults_of(page, urls) == []


def test_each_table_of_the_back_office_is_accessible(cast, visit_as):
    cast.call_everyone()
    page = visit_as(cast.ada, "/")
    rows = [(model, model.objects.first()) for model in OURS]
    urls = [address(model, "changelist") for model in OURS]
    urls += [address(model, "change", row.pk) for model, row in rows if row is not None]
    assert faults_of(page, urls) == []


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
