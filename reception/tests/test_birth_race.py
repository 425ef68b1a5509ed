"""Two people at once: one corrects a birth date, the other dates a visit."""

import threading
from datetime import date

import pytest
from django.db import DatabaseError, connections, transaction

from emr_site.db import refusal_code
from emr_site.tests.factories import signed
from reception.models import Patient, Visit
from reception.tests.factories import PatientFactory, VisitFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("writes", ["a visit anew", "an earlier date"])
def test_no_visit_slips_before_a_birth_that_is_being_corrected(writes):
    patient = PatientFactory(date_of_birth=date(1990, 1, 1))
    visit = VisitFactory(patient=patient, date=date(2020, 1, 1))
    said = []

    def write():
        try:
            with signed():
                if writes == "a visit anew":
                    VisitFactory(patient=patient, provider=visit.provider, date=date(2001, 1, 1))
                else:
                    Visit.objects.filter(pk=visit.pk).update(date=date(2001, 1, 1))
            said.append("written")
        except DatabaseError as error:
            said.append(refusal_code(error))
        finally:
            connections.close_all()

    other = threading.Thread(target=write)
    with signed(), transaction.atomic():
        Patient.objects.filter(pk=patient.pk).update(date_of_birth=date(2010, 1, 1))
        other.start()
        other.join(timeout=1.5)
        assert said == []  # it waits
    other.join(timeout=30)
    assert said == ["visit_before_birth"]
