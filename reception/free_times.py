"""The free times of a provider around a day, computed from hours, appointments and holds; stored nowhere."""

from datetime import time, timedelta

from django.utils import timezone

from reception.models import Appointment, SlotOffer
from reception.schedule import is_skipped, minutes, schedules

STEP = 15  # minutes


def free_times(provider, *, around, duration, at=None, shown=6, before=3, after=11):
    """[(date, time)] that can be booked for `duration` minutes; five queries whatever the number of days.

    Those nearest to the day `around` come first, and one a day before a second of a day; or, when `at` is a minute of
    the day, those nearest to that moment.
    """
    now = timezone.localtime()
    first = max(around - timedelta(days=before), now.date())
    last = max(around, now.date()) + timedelta(days=after)
    busy = busy_of(provider, first, last)
    found = []
    for date, schedule in schedules(first, last, provider=provider).items():
        earliest = minutes(now) if date == now.date() else 0
        starts = [
            minute
            for stretch in schedule.spans(provider)
            for minute in range(-(-stretch.starts // STEP) * STEP, stretch.ends - duration + 1, STEP)
            if minute >= earliest and not is_skipped(date, minute) and is_free(busy.get(date, ()), minute, duration)
        ]
        days_off = abs((date - around).days)
        for nth, minute in enumerate(starts):
            found.append(((nth, days_off) if at is None else (days_off, abs(minute - at)), date, minute))
    return [(date, time(*divmod(minute, 60))) for _, date, minute in sorted(found)[:shown]]


def busy_of(provider, first, last):
    """{date: [(from, to)]} in minutes of the day: what is booked, and what is held for somebody who was offered it."""
    busy = {}
    columns = ("date", "time", "duration_minutes")
    booked = Appointment.objects.live().filter(provider=provider, date__range=(first, last))
    held = SlotOffer.objects.holding().filter(provider=provider, date__range=(first, last))
    for date, starts, duration in [*booked.values_list(*columns), *held.values_list(*columns)]:
        busy.setdefault(date, []).append((minutes(starts), minutes(starts) + duration))
    return busy


def is_free(busy, starts, duration):
    return all(ends <= starts or begins >= starts + duration for begins, ends in busy)
