"""News of an appointment for its patient: that it is booked, moved or cancelled, written as the desk does it."""

from django.conf import settings
from django.utils import timezone

from reception.models import Appointment, AppointmentEvent
from reception.models.appointments import Status
from reception.outbox.quiet import after_quiet_hours
from reception.outbox.reminders import AT_THE_LATEST, opted_out, queue, starts_at, way_to
from reception.outbox.words import template_for

BOOKED, MOVED, CANCELLED = "appointment_booked", "appointment_moved", "appointment_cancelled"
Event = AppointmentEvent.Event


def tell(appointment_id):
    """Queue the news of an appointment's last step, in the transaction of that step; return whether it was queued.

    The desk's pages call this, and not the procedures: rows that are brought in, planted or adopted are no news. Told
    again of the same step, it queues nothing.
    """
    if not settings.MESSAGE_NOTICES:
        return False
    rows = Appointment.objects.select_related("patient", "provider").prefetch_related("patient__phones")
    row = rows.get(pk=appointment_id)
    step = row.events.order_by("-id").first()
    purpose = step and purpose_of(step, row)
    return bool(purpose) and write(row, purpose, f"{purpose}:{row.pk}:{row.date:%Y%m%d}T{row.time:%H%M}:{step.pk}")


def tell_of_series(series_id):
    """Of a series its first appointment is told; the reminders come for each."""
    first = Appointment.objects.filter(series_id=series_id).order_by("date", "time", "id").first()
    return tell(first.pk)


def purpose_of(step, row):
    """Which news a step is; None for those that a patient need not hear, such as another length."""
    if step.event == Event.BOOKED:
        return BOOKED
    if step.event == Event.MOVED:
        was = (step.was_provider_id, step.was_date, step.was_time)
        return MOVED if was != (row.provider_id, row.date, row.time) else None
    return CANCELLED if step.status == Status.CANCELLED else None


def write(row, purpose, key):
    patient, now = row.patient, timezone.now()
    way, not_before = way_to(patient, opted_out({patient.pk})), after_quiet_hours(now)
    if way is None or patient.deceased_on or patient.deactivated_at:
        return False
    # Who books for the next hour stands at the desk; that it is off or at another time is news until it begins.
    least = AT_THE_LATEST.total_seconds() if purpose == BOOKED else 0
    if (starts_at(row.date, row.time) - not_before).total_seconds() <= least:
        return False
    words = template_for(purpose, way[0], patient.language)
    return words is not None and queue(row, words, way[1], key, not_before)
