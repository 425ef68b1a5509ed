"""What is noted of two records that may be of one person stays as it was noted, and is decided once."""

import pytest
from django.db import DatabaseError, connection, transaction

from emr_site.tests.factories import signed
from reception import procedures
from reception.models import Patient, PossibleDuplicate
from reception.tests.record_factories import PossibleDuplicateFactory

pytestmark = pytest.mark.django_db
DECIDED = "UPDATE PossibleDuplicate SET state = 'different', decided_at = UTC_TIMESTAMP(6)"


def run(statement):
    with signed(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE PossibleDuplicate SET registered_by = NULL",
        "UPDATE PossibleDuplicate SET reason = 'Same member number'",
        "UPDATE PossibleDuplicate SET state = 'merged', decided_at = UTC_TIMESTAMP(6)",
        "DELETE FROM PossibleDuplicate",
    ],
)
def test_it_stays_as_it_was_noted(cast, statement):
    PossibleDuplicateFactory(registered_by=cast.rosa)
    with pytest.raises(DatabaseError, match=r"possible_duplicate_is_decided|denied"):
        run(statement)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE PossibleDuplicate SET state = 'open', decided_at = NULL", "UPDATE PossibleDuplicate SET note = 'Twins'"],
)
def test_it_is_decided_once(cast, statement):
    PossibleDuplicateFactory()
    run(DECIDED)
    with pytest.raises(DatabaseError, match="possible_duplicate_is_decided"):
        run(statement)


def test_an_open_one_goes_with_a_mistaken_registration(cast):
    pair = PossibleDuplicateFactory()
    with signed():
        procedures.delete_patient(pair.patient_id)
    assert not Patient.objects.filter(pk=pair.patient_id).exists()
    assert not PossibleDuplicate.objects.exists()
