"""Whether what a queued message says still holds, asked at the moment of sending."""

from django.utils import timezone

from reception.models import MessageOptOut, Purpose
from reception.models.appointments import Status
from reception.outbox.offers import why_not_offer
from reception.outbox.reminders import LIVE, starts_at


def why_not(message):
    """Why a message must not go out any more, in words for the desk; None when it may."""
    if MessageOptOut.objects.live().filter(patient=message.patient_id, channel=message.channel).exists():
        return "The patient wants no messages by this channel."
    return why_untrue(message)


def why_untrue(message):
    """Why nobody should write this any more, by whatever channel."""
    patient, appointment = message.patient, message.appointment
    if patient.deceased_on or patient.deactivated_at:
        return "The patient has died or is no longer active."
    if message.purpose == Purpose.OFFER:
        return why_not_offer(message)
    if appointment is None:
        return None
    return why_not_series(appointment) if message.purpose == Purpose.SERIES else why_not_appointment(message)


def why_not_series(appointment):
    """One of many that has moved or is off meanwhile has news of its own."""
    if appointment.series.appointments.to_come().exists():
        return None
    return "The appointments are no longer awaited."


def why_not_appointment(message):
    appointment = message.appointment
    if message.purpose == Purpose.CANCELLED:
        if appointment.status != Status.CANCELLED:
            return "The appointment is not cancelled any more."
    elif appointment.status not in LIVE:
        return "The appointment is no longer awaited."
    if (appointment.date, appointment.time) != (message.about_date, message.about_time):
        return "The appointment has moved."
    if message.about_provider_id and message.about_provider_id != appointment.provider_id:
        return "The appointment is with somebody else now."
    if starts_at(appointment.date, appointment.time) <= timezone.now():
        return "The appointment has begun."
    return None
