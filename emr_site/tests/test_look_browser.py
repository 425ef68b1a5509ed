"""The look in a real browser: read by axe, at a desk and on a phone, by keyboard, and without scripts."""

import pytest

from emr_site.tests import look_pages
from emr_site.tests.browser import DESKTOP, PHONE, assert_accessible, assert_reflows

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("emr_site.tests.look_pages"),
]
STAFF_PAGES = [f"/look/{name}/" for name in ("list", "form", "confirm", "banner", "none", "broken")]
STAFF_PAGES += [f"/look/banner/?allergies={state}" for state in ("known", "none", "unavailable")] + [
    "/look/banner/?died"
]
FRAMES = pytest.mark.parametrize("frame", [DESKTOP, PHONE], ids=["desk", "phone"])
# What can be pressed and is not a link inside a sentence, but is smaller than a finger or a shaky hand can hit.
# A small box counts with its label.
TOO_SMALL = """least => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")]
    .filter(each => each.checkVisibility() && !each.closest("p, .skip"))
    .map(each => [each, each.matches("[type=checkbox], [type=radio]") && each.labels[0] || each])
    .map(([each, target]) => [each.outerHTML.slice(0, 90), target.getBoundingClientRect()])
    .filter(([html, box]) => box.width > 1 && (box.width < least || box.height < least))
    .map(([html, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`)"""


@FRAMES
def test_every_page_of_those_who_work_here_can_be_used_by_everybody(visit_as, cast, frame):
    page = visit_as(cast.okafor, "/look/list/", **frame)
    for path in STAFF_PAGES:
        page.goto(path)
        assert_accessible(page)
        assert page.evaluate(TOO_SMALL, 24) == [], path
    if frame is DESKTOP:
        for path in STAFF_PAGES:
            page.goto(path)
            assert_reflows(page)


@FRAMES
def test_every_page_of_a_patient_can_be_used_by_everybody(visit_as, cast, frame):
    assert cast.ann_record
    page = visit_as(cast.ann, "/", **frame)
    for path in ("/look/list/?portal", "/look/form/?portal", "/profile/", "/password/", "/my/"):
        page.goto(path)
        assert_accessible(page)
        assert page.evaluate(TOO_SMALL, 44) == [], path
    page.goto("/look/form/?portal")
    page.get_by_role("button", name="Save patient").click()
    assert_accessible(page)
    assert page.evaluate(TOO_SMALL, 44) == []
    if frame is DESKTOP:
        assert_reflows(page)


@FRAMES
def test_the_sign_in_can_be_used_by_everybody(visit_as, frame):
    page = visit_as(None, "/sign-in/", **frame)
    assert_accessible(page)
    page.get_by_role("button", name="Sign in").click()
    assert page.title().startswith("Error: ")
    assert page.locator(".errors").evaluate("box => box === document.activeElement")
    assert_accessible(page)
    assert_reflows(page)


def test_nothing_sticks_on_a_short_screen(visit_as, cast):
    page = visit_as(cast.okafor, "/look/banner/", viewport={"width": 320, "height": 256})
    assert page.locator(".pbanner").evaluate("box => getComputedStyle(box).position") == "static"
    assert_reflows(page)


def test_keys_find_a_patient_and_list_themselves(visit_as, cast):
    page = visit_as(cast.rosa, "/look/form/")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    page.get_by_label("Name").first.press("?")
    assert not page.get_by_role("dialog", name="Keys").is_visible()


def test_keys_can_be_turned_off_and_on_again(visit_as, cast):
    page = visit_as(cast.rosa, "/look/list/")
    page.locator("summary").filter(has_text="Your menu").click()
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Turn single-letter keys off").check()
    page.get_by_role("button", name="Close").click()
    page.reload()
    page.keyboard.press("?")
    assert not page.get_by_role("dialog", name="Keys").is_visible()
    page.locator("summary").filter(has_text="Your menu").click()
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Turn single-letter keys off").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()


def test_escape_closes_the_menu_and_gives_the_focus_back(visit_as, cast):
    page = visit_as(cast.rosa, "/look/list/")
    menu = page.locator("summary").filter(has_text="Your menu")
    menu.press("Enter")
    page.get_by_role("link", name="Your profile").focus()
    page.keyboard.press("Escape")
    assert not page.get_by_role("link", name="Your profile").is_visible()
    assert menu.evaluate("each => each === document.activeElement")


def test_pressing_twice_sends_a_form_once(visit_as, cast):
    look_pages.SENT.clear()
    page = visit_as(cast.rosa, "/look/form/")
    page.locator("[name=name]").fill("Ada")
    page.get_by_label("Born").fill("14/8/80")
    page.get_by_label("Female").check()
    key = page.locator("[name=idempotency_key]").input_value()
    with page.expect_navigation():
        page.get_by_role("button", name="Save patient").dblclick(no_wait_after=True)
    assert [each["idempotency_key"] for each in look_pages.SENT] == [key]
    assert page.get_by_label("Born").input_value() == "14-Aug-1980"


def test_the_menu_opens_on_a_phone_without_scripts(visit_as, cast):
    page = visit_as(cast.okafor, "/look/list/", **PHONE, java_script_enabled=False)
    page.get_by_label("Menu", exact=True).click()
    assert page.get_by_role("navigation", name="Main, small screen").get_by_role("link", name="Records").is_visible()
    assert not page.get_by_role("button", name="Keys").is_visible()


def test_the_browser_refuses_nothing_of_ours(visit_as, cast):
    page = visit_as(cast.rosa, "/look/list/")
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in ("/look/form/", "/look/list/", "/look/list/?portal"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
    assert said == []
    assert page.evaluate("document.fonts.check('16px Inter')")
