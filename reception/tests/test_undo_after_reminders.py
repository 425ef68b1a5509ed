"""What the practice's own programs sent since a merge goes back with its appointment, and is no reason to stay so."""

from datetime import time, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from emr_site.actor import acting_as, system_actor
from emr_site.tests.factories import signed
from reception.models import Appointment, CheckInCode, Message, OutboxDelivery, PatientMerge
from reception.outbox.reminders import plan_reminders
from reception.outbox.worker import Worker
from reception.self_check_in import code_of
from reception.tests.desk import acts, url
from reception.tests.factories import AppointmentFactory, PatientFactory, day
from reception.tests.merging import merge, undone
from reception.tests.message_factories import MessageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _by_day(settings):
    settings.MESSAGE_QUIET_HOURS = "00:00-00:00"


@pytest.fixture
def kept(cast):
    return PatientFactory(family_name="Hale", given_name="Ann", phone_number="01632 960 001")


@pytest.fixture
def booked(cast):
    """The appointment of the other record, of which nobody was reminded yet."""
    other = PatientFactory(family_name="Hale", given_name="Anne", phone_number="01632 960 002")
    row = AppointmentFactory(patient=other, date=day(1), time=time(23))
    with signed():
        Appointment.objects.filter(pk=row.pk).update(booked_at=timezone.now() - timedelta(days=30))
    return row


def remind():
    """What `manage.py work` does."""
    with acting_as(system_actor("message worker")):
        plan_reminders()
        while Worker().send_next():
            pass


def owners(table):
    return set(table.objects.values_list("patient_id", flat=True))


def undo_by_procedure(merge_id):
    with signed(), transaction.atomic(), connection.cursor() as cursor:
        cursor.callproc("UndoMerge", [merge_id])


def test_a_reminder_goes_back_with_its_appointment(cast, kept, booked):
    merge(cast, kept, booked.patient)
    remind()
    assert owners(Message) == owners(OutboxDelivery) == owners(CheckInCode) == {kept.pk}
    sent = Message.objects.get()
    assert (sent.state, sent.recipient) == ("sent", "01632 960 001")
    assert undone(cast, kept).status_code == 302
    assert owners(Message) == owners(OutboxDelivery) == owners(CheckInCode) == {booked.patient_id}
    sent.refresh_from_db()
    assert (sent.state, sent.recipient) == ("sent", "01632 960 001")


def test_one_that_waited_at_the_merge_may_have_been_sent(cast, kept, booked):
    waiting = MessageFactory(patient=booked.patient, appointment=None)
    merge(cast, kept, booked.patient)
    remind()
    waiting.refresh_from_db()
    assert (waiting.patient, waiting.state) == (kept, "sent")
    assert undone(cast, kept).status_code == 302
    assert owners(OutboxDelivery) == {booked.patient_id}


def test_the_two_can_be_merged_and_parted_anew(cast, kept, booked):
    for _ in range(2):
        merge(cast, kept, booked.patient)
        remind()
        assert undone(cast, kept).status_code == 302
    assert Message.objects.count() == 1


def test_what_is_of_the_kept_record_stays_there(cast, kept, booked):
    own = AppointmentFactory(patient=kept, date=day(1), time=time(22))
    with signed():
        Appointment.objects.filter(pk=own.pk).update(booked_at=timezone.now() - timedelta(days=30))
    merge(cast, kept, booked.patient)
    remind()
    assert undone(cast, kept).status_code == 302
    assert {each.appointment_id: each.patient_id for each in Message.objects.all()} == {
        own.pk: kept.pk,
        booked.pk: booked.patient_id,
    }


def desk_cancels(cast):
    """A reminder that was written since and waits."""
    with acting_as(system_actor("message worker")):
        plan_reminders()
    cast.browse_as(cast.rosa).post(url("cancel_message", Message.objects.get()))


def desk_draws_a_code(cast):
    with acts(cast.rosa):
        code_of(Appointment.objects.get())


@pytest.mark.parametrize("act", [desk_cancels, desk_draws_a_code])
def test_what_a_person_has_done_is_a_new_fact(cast, kept, booked, act):
    merge(cast, kept, booked.patient)
    act(cast)
    answer = undone(cast, kept)
    assert answer.status_code == 422
    assert "The merge stays" in answer.text


def test_a_message_that_the_desk_has_settled_since_is_a_new_fact(cast, kept, booked):
    message = MessageFactory(patient=booked.patient, appointment=booked)
    merge(cast, kept, booked.patient)
    cast.browse_as(cast.rosa).post(url("cancel_message", message))
    assert "have been changed since" in undone(cast, kept).text


def test_the_procedure_itself_takes_it_along_and_refuses_whole(cast, kept, booked):
    merge(cast, kept, booked.patient)
    remind()
    merge_id = PatientMerge.objects.get().pk
    undo_by_procedure(merge_id)
    assert owners(Message) == {booked.patient_id}
    with pytest.raises(DatabaseError, match="patient_merge_undone"):
        undo_by_procedure(merge_id)
