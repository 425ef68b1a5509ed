"""Whom a free time suits, and when within it each would come: the best first."""

from datetime import time

from django.db.models import F, Q

from reception.free_times import STEP, is_free
from reception.models import Appointment, SlotOffer, WaitingRequest
from reception.outbox.offers import can_be_asked
from reception.schedule import minutes


def matches(slot):
    """Those whom the time suits, who can be written to and have not been asked: the best first."""
    return [wish for wish in suitable(slot) if can_be_asked(wish.patient)]


def suitable(slot):
    """Most urgent first; then those who want this provider; then who has waited longest. Each is told when `at`."""
    rows = list(waiting_for(slot).select_related("patient", "appointment").prefetch_related("patient__phones"))
    busy = busy_of({each.patient_id for each in rows}, slot)
    for each in rows:
        each.at = start_within(slot, each, busy.get(each.patient_id, ()))
    return [each for each in rows if each.at and each.suits(slot.date.weekday())]


def waiting_for(slot):
    """Those who have not been asked about it, and who would come at some time of it."""
    known = WaitingRequest.objects.live().filter(
        Q(provider=None) | Q(provider=slot.provider_id),
        Q(until_date=None) | Q(until_date__gte=slot.date),
        Q(starts=None) | Q(starts__lt=slot.end_time),
        Q(ends=None) | Q(ends__gt=slot.time),
        Q(appointment=None)
        | Q(appointment__date__gt=slot.date)
        | Q(appointment__date=slot.date, appointment__time__gt=slot.time),
        from_date__lte=slot.date,
        duration_minutes__lte=slot.duration_minutes,
        patient__deactivated_at=None,
        patient__deceased_on=None,
    )
    if slot.patient_id:  # who has just given it up
        known = known.exclude(patient=slot.patient_id)
    free = known.exclude(pk__in=slot.offers.values("waiting_request")).exclude(offers__state=SlotOffer.State.OPEN)
    return free.order_by("urgency", F("provider").asc(nulls_last=True), "asked_at", "id")


def busy_of(patient_ids, slot):
    """{patient's id: [(from, to)]} in minutes of the day: booked with anybody, or offered another time, during it."""
    during = {
        "patient__in": patient_ids, "date": slot.date, "time__lt": slot.end_time, "end_time__gt": slot.time,
    }  # fmt: skip
    columns = ("patient_id", "time", "duration_minutes")
    booked = Appointment.objects.live().filter(**during).values_list(*columns)
    offered = SlotOffer.objects.open().filter(**during).values_list(*columns)
    busy = {}
    for patient_id, starts, duration in [*booked, *offered] if patient_ids else ():
        busy.setdefault(patient_id, []).append((minutes(starts), minutes(starts) + duration))
    return busy


def start_within(slot, wish, busy):
    """The first start within a free time that a wish allows; None when there is none."""
    begins, length = minutes(slot.time), wish.duration_minutes
    first = max(begins, minutes(wish.starts) if wish.starts else begins)
    last = begins + slot.duration_minutes - length
    if wish.ends:
        last = min(last, minutes(wish.ends) - length)
    if wish.appointment and wish.appointment.date == slot.date:
        last = min(last, minutes(wish.appointment.time) - 1)
    starts = sorted({first, *range(begins, last + 1, STEP)})
    found = (each for each in starts if first <= each <= last and is_free(busy, each, length))
    start = next(found, None)
    return None if start is None else time(*divmod(start, 60))
