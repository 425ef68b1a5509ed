"""Whose name an entry bears: the person of the request, never the one before on the same connection."""

import pytest
from django.db import connection
from django.test import Client

from audit.models import AuditLog
from audit.procedures import record_event
from emr_site.db import ProcedureRefused


def asked(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()


@pytest.mark.django_db(transaction=True)
def test_two_requests_on_one_persistent_connection_never_share_an_actor(cast, client):
    """The first request writes (a look) as Rosa; the second, nobody's, must not find her on the connection."""
    rosa, ned, nobody = cast.browse_as(cast.rosa), cast.browse_as(cast.ned), Client()
    before = asked("SELECT CONNECTION_ID()")
    rosa.post("/profile/", {"email": "rosa@example.org"})
    nobody.get("/health/live")
    assert asked("SELECT CONNECTION_ID()") == before
    assert asked("SELECT @emr_user_id, @emr_user_name, @emr_request_id") == (None, None, None)
    entry = AuditLog.objects.get(
        table_name="Users", record_id=cast.rosa.pk, operation_type="UPDATE", new_value__isnull=False
    )
    assert entry.user_name == "rosa"
    ned.post("/profile/", {"email": "ned@example.org"})
    assert asked("SELECT CONNECTION_ID()") == before
    changes = AuditLog.objects.filter(table_name="Users", operation_type="UPDATE", new_value__has_key="email")
    assert [(each.user_name, each.record_id) for each in changes.order_by("pk")] == [
        ("rosa", cast.rosa.pk),
        ("ned", cast.ned.pk),
    ]


@pytest.mark.django_db
def test_a_change_cannot_be_told_as_an_event():
    for event in ("change", "adopted"):
        with pytest.raises(ProcedureRefused, match="event_is_a_change"):
            record_event(event, action="D", user_name="somebody")
