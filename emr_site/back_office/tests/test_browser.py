"""The back office in a real browser: its scripts under our rules of content, its pages judged by axe."""

import pytest
from django.urls import reverse

from emr_site.back_office.tests.test_lists import OURS, address
from emr_site.tests.browser import assert_accessible, assert_reflows
from reception.models import Provider

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_sam_gives_a_provider_another_morning(visit_as, cast):
    provider = cast.okafor_provider
    page = visit_as(cast.sam, address(Provider, "changelist"))
    page.get_by_role("link", name="Dr. Chidi Okafor").click()
    page.locator("#id_hours-0-weekday").select_option("1")
    page.locator("#id_hours-0-starts").fill("8:30")
    page.locator("#id_hours-0-ends").fill("12:00")
    page.get_by_role("button", name="Add another Provider hours").click()
    assert page.locator("#id_hours-1-weekday").is_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("was changed successfully").wait_for()
    assert str(provider.hours.get()) == "Tuesday 08:30 to 12:00"


def test_ada_reads_every_table(visit_as, cast):
    cast.call_everyone()
    page = visit_as(cast.ada, "/back-office/")
    assert_accessible(page)
    page = visit_as(cast.ada, "/back-office/")  # axe itself breaks the rules of content
    refused = []
    page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
    for model in OURS:
        page.goto(address(model, "changelist"))
        row = model.objects.first()
        if row is not None:
            page.goto(address(model, "change", row.pk))
    assert refused == []
    for path in (address(Provider, "changelist"), address(Provider, "add"), reverse("admin:audit_auditlog_changelist")):
        page.goto(path)
        assert_accessible(page)
        assert_reflows(page)
