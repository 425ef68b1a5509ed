"""Somebody writes of a patient while the record is being merged: nothing is left on the closed record."""

from functools import partial

import pytest
from django.db import transaction

from clinical.tests.factories import AllergyFactory, ProblemFactory
from emr_site.db import ProcedureRefused, call
from emr_site.tests.factories import signed
from emr_site.tests.races import at_once, written_after
from reception.merging import foreign_keys_on, merge_patients
from reception.models import Patient, PatientMerge
from reception.tests.factories import PatientFactory, VisitFactory
from reception.tests.record_factories import PatientPhoneFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("factory", [PatientPhoneFactory, AllergyFactory, ProblemFactory])
def test_it_waits_for_the_merge_and_is_refused(factory):
    kept, other = PatientFactory(), PatientFactory()

    def merge():
        merge_patients(kept.pk, other.pk, reason="Same passport")

    assert written_after(merge, lambda: factory(patient=other)) == "patient_is_merged"


@pytest.mark.parametrize("factory", [PatientPhoneFactory, AllergyFactory, VisitFactory])
def test_two_who_write_of_one_patient_do_not_stop_each_other(factory):
    """One who reads the patient's row before locking it for a change would wait for the other for ever."""
    patient = PatientFactory()

    def write(nth):
        more = {"substance": f"latex {nth}"} if factory is AllergyFactory else {}
        with transaction.atomic():
            return factory(patient=patient, **more).pk

    assert len(set(at_once([partial(write, nth) for nth in range(6)]))) == 6


def test_it_is_refused_outside_of_a_transaction():
    kept, other = PatientFactory(), PatientFactory()
    with signed(), foreign_keys_on(), pytest.raises(ProcedureRefused, match="patient_merge_needs_transaction"):
        call("MergePatients", patient_id=kept.pk, merged_patient_id=other.pk, reason="x", filled="")
    assert not PatientMerge.objects.exists()
    assert not Patient.objects.exclude(merged_into=None).exists()
