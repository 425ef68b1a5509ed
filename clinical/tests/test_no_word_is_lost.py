"""Typing a note while things go wrong, in a real browser: no typed word is lost."""

import pytest
from django.db import connection

from clinical.tests.acting import chart_url
from clinical.tests.notes import written
from clinical.tests.visit_page import WORDS, subjective, type_words, wait_saved
from emr_site.tests.browser import assert_accessible, session_cookie

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def visit_path(cast):
    return chart_url("visit", cast.ann_record, cast.ann_note_visit)


def test_it_is_saved_after_the_last_key(cast, visit_path, visit_as):
    page = visit_as(cast.okafor, visit_path)
    type_words(page)
    wait_saved(page)
    assert subjective() == WORDS
    assert page.evaluate("localStorage.length") == 0
    assert_accessible(page)


def test_a_phrase_expands_while_it_is_typed(cast, visit_path, visit_as):
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM Phrase WHERE abbreviation = 'htn'")
        phrase = cursor.fetchone()[0]
    page = visit_as(cast.okafor, visit_path)
    page.wait_for_load_state("networkidle")
    page.get_by_label("Objective", exact=True).press_sequentially("Known: .htn .xyz ")
    assert page.get_by_label("Objective", exact=True).input_value() == f"Known: {phrase} .xyz "


def test_a_dropped_connection_is_told_and_made_good(cast, visit_path, visit_as):
    page = visit_as(cast.okafor, visit_path)
    page.context.set_offline(True)
    type_words(page)
    page.get_by_text("Not saved since").wait_for()
    assert_accessible(page)
    assert subjective() is None
    page.context.set_offline(False)
    wait_saved(page)
    assert subjective() == WORDS
    assert page.locator("#not-saved").is_hidden()


def test_a_closing_tab_sends_its_words_on_the_way_out(cast, visit_path, visit_as):
    page = visit_as(cast.okafor, visit_path)
    # Nothing is kept, and the page is gone before the two seconds are over: only the way out is left.
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    type_words(page)
    assert subjective() is None
    other = page.context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.close(run_before_unload=True)
    for _ in range(50):
        if subjective():
            break
        other.wait_for_timeout(100)
    assert subjective() == WORDS


def test_a_tab_closed_without_a_connection_loses_nothing(cast, visit_path, visit_as):
    page = visit_as(cast.okafor, visit_path)
    page.context.set_offline(True)
    type_words(page)
    context = page.context
    page.close(run_before_unload=False)
    context.set_offline(False)
    again = context.new_page()
    again.goto(visit_path)
    wait_saved(again)
    assert again.get_by_label("Subjective", exact=True).input_value() == WORDS
    assert subjective() == WORDS


def test_a_page_left_within_the_two_seconds_is_saved(cast, visit_path, visit_as):
    page = visit_as(cast.okafor, visit_path)
    page.on("dialog", lambda dialog: dialog.accept())
    type_words(page)
    page.goto("/patients/")
    page.goto(visit_path)
    assert page.get_by_label("Subjective", exact=True).input_value() == WORDS


def test_an_ended_session_keeps_the_words_until_the_same_person_is_back(cast, visit_path, visit_as, live_server):
    page = visit_as(cast.okafor, visit_path)
    page.context.clear_cookies()
    type_words(page)
    page.get_by_role("link", name="Sign in and go on").wait_for()
    assert subjective() is None
    # Somebody else at the same computer sees none of it.
    page.context.add_cookies([session_cookie(cast.lund, live_server.url)])
    other = page.context.new_page()
    other.goto(visit_path)
    assert other.get_by_label("Subjective", exact=True).input_value() == ""
    other.close()
    page.context.add_cookies([session_cookie(cast.okafor, live_server.url)])
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(visit_path)
    wait_saved(page)
    assert subjective() == WORDS


def test_two_people_in_one_part_see_both_texts(cast, visit_path, visit_as):
    written(cast.ann_note_visit, subjective="Cough")
    doctor, nurse = visit_as(cast.okafor, visit_path), visit_as(cast.ned, visit_path)
    doctor.context.set_offline(True)  # or the page would learn of the nurse's words in time
    type_words(doctor, "Dry at night. ")
    type_words(nurse, "Cough since Monday. ")
    wait_saved(nurse)
    doctor.context.set_offline(False)
    theirs = doctor.locator("[data-section=subjective] [data-theirs]")
    theirs.wait_for()
    assert "Cough since Monday." in theirs.text_content()
    assert_accessible(doctor)
    doctor.get_by_role("button", name="Keep both").click()
    wait_saved(doctor)
    assert "Cough since Monday." in subjective()
    assert "Dry at night." in subjective()


def test_each_sees_the_others_part_within_seconds(cast, visit_path, visit_as):
    doctor, nurse = visit_as(cast.okafor, visit_path), visit_as(cast.ned, visit_path)
    plan = doctor.get_by_label("Plan", exact=True)
    plan.press_sequentially("Rest")
    plan.press("ArrowLeft")
    nurse.get_by_label("Intake", exact=True).press_sequentially("Came with her son")
    wait_saved(nurse)
    doctor.wait_for_function("() => document.getElementById('note-intake').value === 'Came with her son'")
    assert doctor.evaluate("[document.activeElement.id, document.activeElement.selectionStart]") == ["note-plan", 3]
    assert plan.input_value() == "Rest"
