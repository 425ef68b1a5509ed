"""When a patient was last seen: kept with the patient, so that a search shows first whom people mean."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from audit.models import AuditLog
from emr_site.tests.factories import signed
from reception.models import Visit
from reception.search import find_patients
from reception.tests.factories import PatientFactory, VisitFactory

pytestmark = pytest.mark.django_db


def test_among_equal_names_the_one_seen_last_comes_first(cast):
    old, never, lately = (PatientFactory(family_name="Zander", given_name="Eva") for _ in range(3))
    today = timezone.localdate()
    for patient, days in ((old, 400), (lately, 2), (lately, 900)):
        VisitFactory(patient=patient, date=today - timedelta(days=days))

    def order():
        return [row["id"] for row in find_patients("zander").rows]

    assert order() == [lately.pk, old.pk, never.pk]
    with signed():
        Visit.objects.filter(patient=lately, date=today - timedelta(days=2)).delete()
    assert order() == [old.pk, lately.pk, never.pk]
    with signed(), connection.cursor() as cursor:
        cursor.execute("UPDATE Visit SET date = %s WHERE patient_id = %s", [today, lately.pk])
        cursor.execute("DELETE FROM Visit WHERE patient_id = %s", [old.pk])
    assert order() == [lately.pk, old.pk, never.pk]
    old.refresh_from_db()
    assert old.last_seen_on is None


def test_a_visit_leaves_no_line_about_the_patient_in_the_audit(cast):
    ada = PatientFactory()
    before = AuditLog.objects.filter(table_name="Patient", record_id=ada.pk).count()
    VisitFactory(patient=ada)
    assert AuditLog.objects.filter(table_name="Patient", record_id=ada.pk).count() == before
