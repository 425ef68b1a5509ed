"""Two people register patients at the same moment."""

import threading

import pytest
from django.db import connections, transaction

from emr_site.tests.factories import signed
from reception.models import Patient
from reception.tests.factories import PatientFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_whoever_registers_a_known_name_does_not_wait_for_another_of_that_name():
    PatientFactory(family_name="Walsh", given_name="Fiona")
    said = []

    def register():
        try:
            PatientFactory(family_name="Walsh", given_name="Fiona")
            said.append("registered")
        finally:
            connections.close_all()

    other = threading.Thread(target=register)
    with signed(), transaction.atomic():
        PatientFactory(family_name="Walsh", given_name="Fiona")
        other.start()
        other.join(timeout=20)
        # The first one's transaction is still open.
        assert said == ["registered"]
    assert Patient.objects.filter(family_name="Walsh").count() == 3
