"""Two people at once: one corrects a birth date, the other dates a visit."""

from datetime import date

import pytest

from emr_site.tests.races import written_after
from reception.models import Patient, Visit
from reception.tests.factories import PatientFactory, VisitFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("writes", ["a visit anew", "an earlier date"])
def test_no_visit_slips_before_a_birth_that_is_being_corrected(writes):
    patient = PatientFactory(date_of_birth=date(1990, 1, 1))
    visit = VisitFactory(patient=patient, date=date(2020, 1, 1))

    def correct():
        Patient.objects.filter(pk=patient.pk).update(date_of_birth=date(2010, 1, 1))

    def write():
        if writes == "a visit anew":
            VisitFactory(patient=patient, provider=visit.provider, date=date(2001, 1, 1))
        else:
            Visit.objects.filter(pk=visit.pk).update(date=date(2001, 1, 1))

    assert written_after(correct, write) == "visit_before_birth"
