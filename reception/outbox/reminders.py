"""Which reminders are to be written: one for each appointment, its time, and each lead of the settings."""

import logging
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.utils import timezone

from emr_site.by_itself import by_itself
from reception.models import Appointment, Channel, Message, MessageOptOut, Purpose
from reception.models.appointments import TO_COME
from reception.outbox.queueing import write_down
from reception.outbox.quiet import after_quiet_hours
from reception.outbox.transports import channels
from reception.outbox.words import template_for, values_of
from reception.self_check_in import code_of

# An appointment that is still awaited: the one list of the statuses of which a patient is reminded.
LIVE = TO_COME
AT_THE_LATEST = timedelta(hours=1)  # before the appointment; a later reminder only disturbs
BATCH = 200
log = logging.getLogger("reception.worker")


def starts_at(date, time):
    return datetime.combine(date, time, tzinfo=timezone.get_default_timezone())


def plan_reminders():
    """Queue every reminder whose time has come and that nobody has queued; return how many."""
    now, queued = timezone.now(), 0
    for batch in batches(now):
        due = {key_of(each, lead): each for each in batch if (lead := lead_of(each, now)) is not None}
        known = set(Message.objects.filter(dedup_key__in=due).values_list("dedup_key", flat=True))
        fresh = {key: each for key, each in due.items() if key not in known}
        refused = opted_out({each.patient_id for each in fresh.values()})
        for key, each in fresh.items():
            what = f"Reminder of appointment {each.pk}"
            queued += bool(by_itself(partial(remind, each, key, now, refused), log=log, what=what))
    return queued


def batches(now):
    """The awaited appointments within the longest lead, soonest first, of patients who can be written to."""
    last_day = timezone.localdate(now + timedelta(hours=max(settings.MESSAGE_REMINDER_HOURS)))
    awaited = Appointment.objects.filter(
        status__in=LIVE, date__gte=timezone.localdate(now), date__lte=last_day,
        patient__deactivated_at=None, patient__deceased_on=None,
    ).select_related("patient", "provider").prefetch_related("patient__phones")  # fmt: skip
    rows = list(awaited.order_by("date", "time", "id"))
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]


def lead_of(appointment, now):
    """The shortest lead, in hours, that has been reached; None before the first, and for one booked within it."""
    start = starts_at(appointment.date, appointment.time)
    if start - now <= AT_THE_LATEST:
        return None
    reached = [hours for hours in settings.MESSAGE_REMINDER_HOURS if now >= start - timedelta(hours=hours)]
    lead = min(reached, default=None)
    # Who booked so late has just heard the time.
    return lead if lead is not None and appointment.booked_at <= start - timedelta(hours=lead) else None


def key_of(appointment, lead):
    """One for each time and provider, whatever the channel: who turns one off is not reminded by the other."""
    at = f"{appointment.date:%Y%m%d}T{appointment.time:%H%M}"
    return f"{Purpose.REMINDER}:{appointment.pk}:{at}:{appointment.provider_id}:{lead}"


def opted_out(patient_ids):
    live = MessageOptOut.objects.live().filter(patient_id__in=patient_ids)
    return set(live.values_list("patient_id", "channel"))


def way_to(patient, refused):
    """(channel, recipient): a text message rather than an e-mail; None where there is no way."""
    ways = ((Channel.SMS, patient.reminder_phone), (Channel.EMAIL, patient.email))
    open_ways = [way for way in ways if way[1] and way[0] in channels() and (patient.pk, way[0]) not in refused]
    return next(iter(open_ways), None)


def remind(appointment, key, now, refused):
    """Queue one reminder; return whether it was queued."""
    way, not_before = way_to(appointment.patient, refused), after_quiet_hours(now)
    if way is None or starts_at(appointment.date, appointment.time) - not_before < AT_THE_LATEST:
        return False
    words = template_for(Purpose.REMINDER, way[0], appointment.patient.language)
    return words is not None and queue(appointment, words, way[1], key, not_before)


def queue(appointment, words, recipient, key, not_before, *, more=None):
    """Write a message about an appointment down, as write_down() does; `more(words)` are its purpose's own values."""

    def values():
        found = values_of(appointment, words.language) | (more(words) if more else {})
        if "{code}" in words.subject + words.body:
            found["code"] = code_of(appointment)
        return found

    return write_down(
        words, values, patient=appointment.patient, appointment=appointment, recipient=recipient, dedup_key=key,
        not_before=not_before, about_date=appointment.date, about_time=appointment.time,
        about_provider_id=appointment.provider_id,
    )  # fmt: skip
