"""Whoever is told no is recorded, on a connection that no rollback reaches."""

import pytest

from audit.models import AuditLog

pytestmark = pytest.mark.django_db
DENIED = AuditLog.objects.using("denials").filter(event="denied")


@pytest.fixture
def before(cast):
    """What tests before have left: no rollback reaches that either."""
    return DENIED.count()


def denials(before):
    rows = DENIED.order_by("id")[before:]
    return [(row.user_name, row.outcome, row.new_value["path"]) for row in rows]


def test_it_records_a_colleague_without_the_right_once(cast, before):
    assert cast.browse_as(cast.rosa).get("/my/").status_code == 403
    assert denials(before) == [("rosa", "4", "/my/")]


def test_it_records_a_patient_from_whom_a_page_is_hidden_once(cast, before):
    assert cast.browse_as(cast.ann).get("/clinical-records/").status_code == 404
    assert denials(before) == [("ann", "4", "/clinical-records/")]


def test_it_records_nothing_for_a_page_that_does_not_exist(cast, before):
    cast.browse_as(cast.ann).get("/no-such-page/")
    assert denials(before) == []
