"""The audit's time is the server's own, whatever a session says the time is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from audit.models import AuditLog, Look
from audit.procedures import record_look
from emr_site.tests.factories import signed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("zone", ["+00:00", "+11:00"])
def test_a_session_cannot_put_it_back(cast, zone):
    patient = cast.ann_record
    with connection.cursor() as cursor:
        cursor.execute("SET timestamp = 1000000000, time_zone = %s", [zone])
        try:
            with signed():
                cursor.execute("UPDATE Patient SET city = 'Elsewhere' WHERE patient_id = %s", [patient.pk])
                record_look(patient_id=patient.pk, part="chart")
        finally:
            cursor.execute("SET timestamp = DEFAULT, time_zone = '+00:00'")
    entry = AuditLog.objects.filter(table_name="Patient", record_id=patient.pk, action="U").latest("id")
    for moment in (entry.occurred_at, Look.objects.latest("id").occurred_at):
        assert abs(timezone.now() - moment) < timedelta(minutes=1)
