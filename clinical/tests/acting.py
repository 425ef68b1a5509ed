"""What the tests of the chart do again and again: send its forms, age its rows, ask the database to break a rule."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditLog
from emr_site.db import ProcedureRefused, refusal_code
from emr_site.tests.factories import signed


def shown(client, url):
    """The values of the form on the page at `url`, as the browser would send them back untouched."""
    response = client.get(url)
    assert response.status_code == 200
    form = response.context["form"]
    return {field.html_name: "" if field.value() is None else str(field.value()) for field in form}


def send(client, url, **typed):
    """Open the page, type, send."""
    return client.post(url, shown(client, url) | typed)


def chart_url(name, patient, *more):
    return reverse(f"clinical:{name}", args=[patient.pk, *(each.pk for each in more)])


def aged(row, **ago):
    """The row as if recorded so long ago."""
    with signed():
        type(row).objects.filter(pk=row.pk).update(recorded_at=timezone.now() - timedelta(**ago))
    row.refresh_from_db()
    return row


def sql(statement, *values):
    def run():
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    return run


def assert_refused(code, *ways):
    """Each way of writing is refused by the rule of that name, and writes nothing."""
    for way in ways:
        with signed(), pytest.raises((DatabaseError, ProcedureRefused)) as refusal, transaction.atomic():
            way()
        assert refusal_code(refusal.value) == code


def audited(row, action, by):
    """How often the audit says that this person created (C), changed (U) or deleted (D) the row."""
    entries = AuditLog.objects.filter(table_name=row._meta.db_table, record_id=row.pk, action=action)
    return entries.filter(user_name=by.username).count()
