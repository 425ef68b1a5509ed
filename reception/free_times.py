"""The free times of a provider around a day, computed from hours, appointments and holds; stored nowhere."""

from datetime import time, timedelta

from django.utils import timezone

from reception.models import Appointment, SlotOffer
from reception.schedule import is_skipped, minutes, schedules

STEP = 15  # minutes


def free_times(provider, *, around, duration, at=None, shown=6, before=3, after=11):
    """[(date, time)] that can be booked for `duration` minutes; four queries whatever the number of days.

    Of the days nearest to `around`, and at different hours, so that there is a choice, in their order; or, when `at` is
    a minute of the day, those nearest to that moment, the nearest first.
    """
    now = timezone.localtime()
    first = max(around - timedelta(days=before), now.date())
    last = max(around, now.date()) + timedelta(days=after)
    free = free_minutes(provider, first, last, duration=duration, now=now)
    if at is not None:
        every = [(abs((date - around).days), abs(minute - at), date, minute) for date in free for minute in free[date]]
        return [(date, time(*divmod(minute, 60))) for _, _, date, minute in sorted(every)[:shown]]
    nearest_first = sorted(free, key=lambda date: (abs((date - around).days), date))
    return [(date, time(*divmod(minute, 60))) for date, minute in sorted(spread(free, nearest_first, shown))]


def free_minutes(provider, first, last, *, duration, now):
    """{date: [minute]} of the days that have any."""
    busy, free = busy_of(provider, first, last), {}
    for date, schedule in schedules(first, last, provider=provider).items():
        earliest = minutes(now) if date == now.date() else 0
        starts = [
            minute
            for stretch in schedule.spans(provider)
            for minute in range(-(-stretch.starts // STEP) * STEP, stretch.ends - duration + 1, STEP)
            if minute >= earliest and not is_skipped(date, minute) and is_free(busy.get(date, ()), minute, duration)
        ]
        if starts:
            free[date] = starts
    return free


def spread(free, dates, shown):
    """So many of the free minutes {date: [minute]}: one a date before a second of a date; early, midday and late."""
    chosen = []
    while free and len(chosen) < shown:
        for date in [date for date in dates if date in free][: shown - len(chosen)]:
            starts = free[date]
            part = len(chosen) % 3  # of the day: its beginning, its middle, its end
            chosen.append((date, starts.pop((len(starts) - 1) * part // 2)))
            if not starts:
                del free[date]
    return chosen


def busy_of(provider, first, last):
    """{date: [(from, to)]} in minutes of the day: what is booked, and what is held for somebody who was offered it."""
    busy = {}
    columns = ("date", "time", "duration_minutes")
    booked = Appointment.objects.live().filter(provider=provider, date__range=(first, last))
    held = SlotOffer.objects.holding().filter(provider=provider, date__range=(first, last))
    for date, starts, duration in booked.values_list(*columns).union(held.values_list(*columns), all=True):
        busy.setdefault(date, []).append((minutes(starts), minutes(starts) + duration))
    return busy


def is_free(busy, starts, duration):
    return all(ends <= starts or begins >= starts + duration for begins, ends in busy)
