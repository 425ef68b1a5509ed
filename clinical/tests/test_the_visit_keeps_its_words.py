"""What is typed beside the note, and what arrives while it is signed: nothing is lost, nothing is signed unseen."""

import pytest
from django.conf import settings

from clinical.models import Addendum, NoteSection, NoteSignature, Prescription, VitalSigns
from clinical.tests.acting import chart_url
from clinical.tests.factories import PrescriptionFactory
from clinical.tests.notes import signed_by, written
from clinical.tests.visit_page import wait_saved
from emr_site.tests.browser import assert_accessible, session_cookie
from emr_site.tests.factories import signed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def visit(cast):
    visit = cast.ann_note_visit
    PrescriptionFactory(
        patient=cast.bo_record, visit=cast.bo_visit, provider=visit.provider, medication="amoxicillin", dosage="500 mg"
    )
    return visit


@pytest.fixture
def visit_path(cast, visit):
    return chart_url("visit", cast.ann_record, visit)


def kept(page):
    return page.evaluate("localStorage.length")


def open_dialog(page):
    page.keyboard.press("Control+Enter")
    page.get_by_role("dialog").get_by_role("button", name="Sign note for HALE, Ann").wait_for()


def test_what_arrives_behind_the_dialog_is_not_signed(cast, visit, visit_path, visit_as):
    with signed():
        written(visit, plan="Rest")
    doctor, nurse = visit_as(cast.okafor, visit_path), visit_as(cast.ned, visit_path)
    open_dialog(doctor)
    dialog = doctor.get_by_role("dialog")
    assert "Rest" in dialog.text_content()
    assert dialog.get_by_text("Nothing is written.").count() == 1, "no assessment"
    assert_accessible(doctor)
    nurse.get_by_label("Intake", exact=True).press_sequentially("Vomits blood")
    wait_saved(nurse)
    doctor.wait_for_timeout(6000)
    doctor.keyboard.press("Enter")
    doctor.get_by_role("heading", name="There is a problem").wait_for()
    assert not NoteSignature.objects.exists()
    assert "Vomits blood" in doctor.locator("main").text_content()


def test_words_typed_while_a_colleague_signs_become_an_addendum(cast, visit, visit_path, visit_as):
    with signed():
        note = written(visit, plan="Rest")
    nurse = visit_as(cast.ned, visit_path)
    nurse.context.set_offline(True)
    nurse.get_by_label("Intake", exact=True).press_sequentially("Allergic to latex")
    with signed():
        signed_by(cast.okafor, note)
    nurse.context.set_offline(False)
    nurse.get_by_role("link", name="Show the signed note and what you typed").click()
    box = nurse.get_by_role("region", name="Words that were not saved")
    assert "Allergic to latex" in box.text_content()
    assert_accessible(nurse)
    box.get_by_role("link", name="Write as addendum").click()
    assert nurse.get_by_label("Addendum").input_value() == "Intake: Allergic to latex"
    nurse.get_by_role("button", name="Save addendum").click()
    nurse.get_by_text("The addendum is saved.").wait_for()
    assert Addendum.objects.get().body == "Intake: Allergic to latex"
    assert kept(nurse) == 0


def test_the_dialog_says_what_is_typed_and_not_saved(cast, visit, visit_path, visit_as):
    page = visit_as(cast.okafor, visit_path)
    page.get_by_label("Plan", exact=True).fill("Rest")
    page.get_by_label("BP, mmHg").fill("120/80")
    page.get_by_label("Plan", exact=True).focus()
    open_dialog(page)
    page.get_by_text("no part of what you sign: Vital signs").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("The note is signed.").wait_for()
    box = page.get_by_role("region", name="Words that were not saved")
    assert "120/80" in box.text_content()
    page.on("dialog", lambda dialog: dialog.accept())
    box.get_by_role("button", name="Discard").click()
    assert kept(page) == 0


def test_saving_means_the_form_in_which_one_types(cast, visit, visit_path, visit_as):
    page = visit_as(cast.okafor, visit_path)
    page.get_by_label("BP, mmHg").fill("128/82")
    page.keyboard.press("Control+s")
    page.locator("#vitals-box").get_by_text("128").wait_for()
    assert VitalSigns.objects.get(visit=visit).systolic_mmhg == 128
    assert kept(page) == 0


def test_a_half_typed_medicine_stays_when_a_usual_one_is_pressed(cast, visit, visit_path, visit_as):
    page = visit_as(cast.okafor, visit_path)
    page.get_by_label("Medicine", exact=True).fill("metformin half")
    page.get_by_role("button", name="amoxicillin 500 mg").click()
    page.locator("#prescription-list").get_by_text("amoxicillin").wait_for()
    page.wait_for_function("() => document.activeElement.name === 'medication'")
    assert page.get_by_label("Medicine", exact=True).input_value() == "metformin half"
    left = []
    page.on("dialog", lambda dialog: (left.append(dialog.type), dialog.accept()))
    page.reload()
    assert left == ["beforeunload"]
    assert page.get_by_label("Medicine", exact=True).input_value() == "metformin half"
    page.keyboard.press("m")
    page.keyboard.press("Enter")
    page.locator("#prescription-list").get_by_text("metformin half").wait_for()
    assert kept(page) == 0


def test_an_ended_session_keeps_the_page_and_what_is_typed(cast, visit, visit_path, visit_as, live_server):
    page = visit_as(cast.okafor, visit_path)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_label("Medicine", exact=True).fill("codeine")
    page.keyboard.press("Enter")
    page.get_by_text("You are signed out").wait_for()
    assert page.get_by_label("Medicine", exact=True).input_value() == "codeine"
    assert_accessible(page)
    page.context.add_cookies([session_cookie(cast.okafor, live_server.url)])
    page.get_by_role("link", name="Sign in and go on").click()
    page.get_by_label("Medicine", exact=True).wait_for()
    assert page.get_by_label("Medicine", exact=True).input_value() == "codeine"
    page.keyboard.press("m")
    page.keyboard.press("Enter")
    page.locator("#prescription-list").get_by_text("codeine").wait_for()
    assert Prescription.objects.get(visit=visit).medication == "codeine"


def test_two_tabs_of_one_person_keep_both_parts(cast, visit, visit_path, visit_as):
    one = visit_as(cast.okafor, visit_path)
    two = one.context.new_page()
    two.goto(visit_path)
    one.context.set_offline(True)
    one.get_by_label("Subjective", exact=True).press_sequentially("Cough")
    two.get_by_label("Plan", exact=True).press_sequentially("Rest")
    one.close(run_before_unload=False)
    two.close(run_before_unload=False)
    context = visit_as(cast.okafor, "/").context
    assert context is not one.context
    one.context.set_offline(False)
    again = one.context.new_page()
    again.goto(visit_path)
    wait_saved(again)
    assert dict(NoteSection.objects.values_list("section", "body")) == {"subjective": "Cough", "plan": "Rest"}
