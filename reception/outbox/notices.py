"""News of an appointment for its patient: that it is booked, moved or cancelled, written as the desk does it."""

import logging

from django.conf import settings
from django.utils import timezone

from emr_site.by_itself import by_itself
from reception.models import Appointment, AppointmentEvent, Channel, Purpose
from reception.models.appointments import Status
from reception.outbox.quiet import after_quiet_hours
from reception.outbox.reminders import AT_THE_LATEST, opted_out, queue, starts_at, way_to
from reception.outbox.words import clock_in, day_in, template_for

Event = AppointmentEvent.Event
log = logging.getLogger("reception.worker")


def tell(appointment_id):
    """Queue the news of an appointment's last step, in the transaction of that step; return whether it was queued.

    The desk's pages call this, and not the procedures: rows that are brought in, planted or adopted are no news. Told
    again of the same step, it queues nothing. Whatever happens to the news, the step stands.
    """
    what = f"News of appointment {appointment_id}"
    return settings.MESSAGE_NOTICES and bool(by_itself(lambda: tell_step(appointment_id), log=log, what=what))


def tell_step(appointment_id):
    row = rows().get(pk=appointment_id)
    step = row.events.order_by("-id").first()
    purpose = step and purpose_of(step, row)
    return bool(purpose) and write(row, purpose, f"{purpose}:{row.pk}:{row.date:%Y%m%d}T{row.time:%H%M}:{step.pk}")


def tell_of_series(series_id):
    """Queue one message of all the times of a series; as tell()."""
    what = f"News of series {series_id}"
    return settings.MESSAGE_NOTICES and bool(by_itself(lambda: tell_series(series_id), log=log, what=what))


def tell_series(series_id):
    first = rows().filter(series_id=series_id).to_come().order_by("date", "time", "id").first()
    return first is not None and write(first, Purpose.SERIES, f"{Purpose.SERIES}:{series_id}")


def rows():
    return Appointment.objects.select_related("patient", "provider").prefetch_related("patient__phones")


def purpose_of(step, row):
    """Which news a step is; None for those that a patient need not hear, such as another length."""
    if step.event == Event.BOOKED:
        return Purpose.BOOKED
    if step.event == Event.MOVED:
        was = (step.was_provider_id, step.was_date, step.was_time)
        return Purpose.MOVED if was != (row.provider_id, row.date, row.time) else None
    return Purpose.CANCELLED if step.status == Status.CANCELLED else None


def write(row, purpose, key):
    patient, now = row.patient, timezone.now()
    way, not_before = way_to(patient, opted_out({patient.pk})), after_quiet_hours(now)
    if way is None or patient.deceased_on or patient.deactivated_at:
        return False
    # Who books for the next hour stands at the desk; that it is off or at another time is news until it begins, and
    # a series goes on after it.
    least = AT_THE_LATEST.total_seconds() if purpose == Purpose.BOOKED else 0
    too_late = (starts_at(row.date, row.time) - not_before).total_seconds() <= least
    if too_late and purpose != Purpose.SERIES:
        return False
    words = template_for(purpose, way[0], patient.language)
    return words is not None and queue(row, words, way[1], key, not_before, more=more_values(row, purpose))


def more_values(row, purpose):
    """What a message of this purpose says besides: every day and time of a series, as its channel lists them."""

    def dates(words):
        times = row.series.appointments.to_come().order_by("date", "time", "id").values_list("date", "time")
        listed = [f"{day_in(words.language, date)}, {clock_in(words.language, time)}" for date, time in times]
        return {"dates": ("\n" if words.channel == Channel.EMAIL else "; ").join(listed)}

    return dates if purpose == Purpose.SERIES else None
