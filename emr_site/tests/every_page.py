"""Every page of the access table, each as one person sees it, judged by axe and at 320 px."""

from django.urls import reverse

from emr_site.tests.access_table import HEAD, LINES, arguments
from emr_site.tests.browser import assert_accessible, assert_reflows

# Who comes first in the table's order is the one who looks at a page.
ROLES = HEAD[3:]
WHO = dict(zip(ROLES, (None, "ann", "okafor", "ned", "rosa", "sam", "rita", "ada"), strict=True))
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
# Looked at beside their own tests, for each takes a minute; all other pages beside those of emr_site.
APART = ("clinical", "reception")


def room_of(name):
    room = name.partition(":")[0]
    return room if room in APART else "emr_site"


def pages_of(role, room):
    """(name, of) of the room's pages that this role may open and none before it in the table's order."""
    found = []
    for name, method, of, *statuses in LINES:
        first = next((each for each, status in zip(ROLES, statuses, strict=True) if status == "200"), None)
        if method == "GET" and first == role and name not in NO_PAGES and room_of(name) == room:
            found.append((name, of))
    return found


def readers_of(room):
    return [role for role in ROLES if pages_of(role, room)]


def faults_as_seen_by(role, room, cast, visit_as):
    cast.call_everyone()
    urls = [reverse(name, kwargs=arguments(cast, name, of)) for name, of in pages_of(role, room)]
    return faults_of(visit_as(WHO[role] and getattr(cast, WHO[role]), "/"), urls)


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
