"""What a patient does with the link of a message, and what the desk does with the answer."""

from django.db import transaction
from django.utils import timezone

from reception import procedures
from reception.models import Appointment, AppointmentAnswer, MessageOptOut
from reception.models.appointments import Status

Answer = AppointmentAnswer.Answer
CANCELLED_BY_LINK = "Cancelled by the patient, by the link in a message"


def confirm(appointment):
    """Note that the patient is coming; said twice, it is noted once."""
    with transaction.atomic():
        row = Appointment.objects.select_for_update().get(pk=appointment.pk)
        if row.status == Status.SCHEDULED:
            procedures.set_status(row.pk, Status.CONFIRMED, seen=Status.SCHEDULED)
        last = AppointmentAnswer.objects.filter(appointment=appointment).order_by("-id").first()
        if last is None or last.answer != Answer.CONFIRMED:
            note(appointment, Answer.CONFIRMED)


def cancel(appointment, *, seen):
    """Cancel as the desk does; raises EditConflict when it has moved since the patient saw it."""
    with transaction.atomic():
        procedures.cancel_appointment(appointment.pk, seen=seen, cancel_reason=CANCELLED_BY_LINK)
        note(appointment, Answer.CANCELLED)


def ask_for_another_time(appointment, words):
    """Wait for the desk to call; the database takes one such request at a time (appointment_answer_waits_once)."""
    note(appointment, Answer.ANOTHER_TIME, words=words)


def note(appointment, answer, **columns):
    AppointmentAnswer.objects.create(
        appointment=appointment, patient_id=appointment.patient_id, answer=answer, **columns
    )


def see_to(answer, *, by):
    """The desk has called; a second press changes nothing."""
    AppointmentAnswer.objects.waiting().filter(pk=answer.pk).update(seen_to_at=timezone.now(), seen_to_by=by)


def opt_out(patient_id, channel, *, said_by, by=None):
    """Write no more by this channel; said twice, it is recorded once."""
    with transaction.atomic():
        if not MessageOptOut.objects.live().filter(patient_id=patient_id, channel=channel).exists():
            MessageOptOut.objects.create(patient_id=patient_id, channel=channel, said_by=said_by, recorded_by=by)


def end_opt_out(patient_id, channel):
    live = MessageOptOut.objects.live().filter(patient_id=patient_id, channel=channel)
    live.update(ended_at=timezone.now())
