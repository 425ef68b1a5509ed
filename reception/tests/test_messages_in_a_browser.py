"""The pages of messages in a browser: for everybody, and on a small phone."""

import pytest

from emr_site.tests.browser import PHONE, assert_accessible, assert_reflows
from reception.outbox.link import token_of
from reception.tests.message_factories import AppointmentAnswerFactory
from reception.tests.test_messages import in_state

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_page_behind_a_link_is_for_everybody(cast, visit_as):
    page = visit_as(None, f"/a/{token_of(cast.ann_appointment)}/", **PHONE)
    assert_accessible(page)
    assert_reflows(page)
    page.get_by_role("button", name="Yes, I am coming").click()
    page.get_by_text("You have confirmed this appointment.").wait_for()
    assert_accessible(page)


def test_the_desks_messages_are_for_everybody(cast, visit_as):
    AppointmentAnswerFactory(appointment=cast.ann_appointment)
    message = in_state("failed", patient=cast.ann_record)
    for path in ("/messages/", f"/patients/{message.patient_id}/messages/"):
        page = visit_as(cast.rosa, path, **PHONE)
        assert_accessible(page)
        assert_reflows(page)
