"""A free time is booked by a few keys and no click, or by three clicks; a card that goes gives its focus on."""

from uuid import uuid4

import pytest

from reception.models import Appointment
from reception.tests.desk import today_at, works
from reception.tests.factories import RoomFactory, day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TYPED = "hale"


@pytest.fixture
def working(cast):
    works(cast.okafor_provider, day(1), "08:00", "12:00", room=RoomFactory())
    works(cast.lund_provider, day(1), "09:00", "12:00", room=RoomFactory())
    return cast.ann_record


@pytest.fixture
def keys(working, cast, visit_as):
    """press(name) on the board of tomorrow, counted; the page."""
    page = visit_as(cast.rosa, f"/board/?day={day(1)}")
    page.locator(".free[tabindex='0'], .appt[tabindex='0']").wait_for()
    return Keys(page)


class Keys:
    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, *names):
        for name in names:
            self.page.keyboard.press(name)
            self.count += 1

    @property
    def focused(self):
        return self.page.evaluate("document.activeElement.textContent.trim()")


def test_the_first_free_time_is_booked_by_at_most_25_keys(keys, cast):
    page = keys.page
    keys.press("b")
    assert keys.focused.startswith("Book 08:00")
    keys.press("ArrowDown", "ArrowDown", "Enter")
    page.locator("#who:focus").wait_for()
    keys.press(*TYPED, "Enter")
    page.locator(".pick a:focus").wait_for()
    keys.press("Enter")
    page.wait_for_url("**/appointments/new/?provider=*")
    page.locator("button:focus", has_text="Book appointment").wait_for()
    keys.press("Enter")
    page.get_by_text("HALE, Ann is booked.").wait_for()
    assert keys.count <= 25
    booked = Appointment.objects.get(patient=cast.ann_record)
    assert f"{booked.time:%H:%M}" == "08:30"


def test_a_free_time_is_booked_by_at_most_three_clicks(working, cast, visit_as):
    page = visit_as(cast.rosa, f"/board/?day={day(1)}")
    page.get_by_role("link", name="Book 08:45 with").click()
    page.locator("#who:focus").wait_for()
    page.keyboard.type(TYPED)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="HALE, Ann").click()
    page.get_by_role("button", name="Book appointment").click()
    page.get_by_text("HALE, Ann is booked.").wait_for()


def test_the_arrows_go_from_provider_to_provider_and_tab_leaves(keys):
    keys.press("b", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown")
    first = keys.focused
    keys.press("ArrowRight" if "Okafor" not in first or "Lund" in first else "ArrowLeft")
    assert keys.page.locator(".lane a[tabindex='0']").count() == 1
    keys.press("Tab")
    assert not keys.page.evaluate("!!document.activeElement.closest('.lane')")


def test_the_row_after_one_that_goes_has_the_focus(cast, visit_as):
    works(cast.okafor_provider, day(0), "00:00", "23:59")
    here = today_at("00:30", patient=cast.bo_record, provider=cast.okafor_provider)
    today_at("01:30", patient=cast.ann_record, provider=cast.okafor_provider)
    page = visit_as(cast.rosa, "/board/")
    page.wait_for_function("() => window.Idiomorph !== undefined")
    page.get_by_role("button", name="Check in WINTER, Bo").focus()
    cast.browse_as(cast.rosa).post(f"/appointments/{here.pk}/check-in/", {"idempotency_key": str(uuid4())})
    page.evaluate("() => htmx.trigger('#board', 'refresh')")
    page.get_by_text("1 waiting").wait_for()
    page.wait_for_function("() => document.activeElement !== document.body")
    assert page.evaluate("document.activeElement.textContent").startswith("HALE, Ann")
