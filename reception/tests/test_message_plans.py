"""What the servers read to find the next message and the desk's list, on a long queue."""

from datetime import timedelta

import pytest
from django.utils import timezone

from emr_site.tests.factories import signed
from emr_site.tests.plans import assert_reads, assert_sorts, plans_of
from reception.models import Message
from reception.outbox.worker import Worker
from reception.tests.factories import PatientFactory

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 2_000


@pytest.fixture
def long_queue(cast, owner):
    later, patient = timezone.now() + timedelta(days=1), PatientFactory()
    with signed():
        Message.objects.bulk_create(
            (
                Message(
                    patient=patient, purpose="appointment_reminder", channel="sms", recipient="07700 900 123",
                    language="en", body="Hello", dedup_key=f"plan:{n}", not_before=later,
                )
                for n in range(MANY)
            ),
            batch_size=500,
        )  # fmt: skip
    owner.execute("ANALYZE TABLE Message")
    owner.fetchall()


def test_a_claim_and_a_sweep_read_what_is_due_alone(long_queue):
    def look():
        with signed():
            Worker().claim()
            Worker().bury_the_dead()

    for sql, steps in plans_of(look, ["Message"]):
        assert_reads(sql, steps, at_most=10)


def test_the_desks_list_sorts_nothing_long(long_queue, cast):
    client = cast.browse_as(cast.rosa)
    for sql, steps in plans_of(lambda: client.get("/messages/"), ["Message"]):
        assert_sorts(sql, steps, at_most=MANY / 10)
