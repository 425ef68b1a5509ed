"""A real browser for what only a browser does: Debian's Chromium, driven by Playwright, judged by axe."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client

from emr_site.tests.factories import signed

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}

AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # None of these rules reads the style sheets, which axe would load and parse once more on every page.
    "preload": {"assets": ["media"]},
}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {
        **browser_type_launch_args,
        "executable_path": shutil.which("chromium"),
        "args": CHROMIUM_ARGUMENTS,
    }


@pytest.fixture
def visit_as(live_server, new_context):
    """visit_as(user, path, **context) opens a path of the running product as the user (None: nobody)."""

    def open_page(user, path="/", **context):
        browser_context = new_context(base_url=live_server.url, **(context or DESKTOP))
        if user is not None:
            browser_context.add_cookies([session_cookie(user, live_server.url)])
        page = browser_context.new_page()
        page.goto(path)
        return page

    return open_page


def session_cookie(user, url):
    client = Client()
    with signed():
        client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def assert_accessible(page):
    """Fail with axe's own words where the page, as it stands, breaks a WCAG 2.2 A or AA rule."""
    results = Axe().run(page, options=AXE_OPTIONS)
    assert results.violations_count == 0, results.generate_report()


def assert_reflows(page, width=320):
    """Fail where the page scrolls sideways at this width, in CSS pixels (400 % zoom of a 1280 px window)."""
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": 800})
    overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    page.set_viewport_size(before)
    assert overflow <= 0, f"{page.url} is {overflow} px too wide at {width} px"


def look_at(page, heading):
    """The page with this heading is there, and everybody can use it."""
    page.get_by_role("heading", name=heading).first.wait_for()
    assert_accessible(page)
    assert_reflows(page)
