"""The hours in which nobody is written to, on the clinic's clock."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone


def quiet_hours():
    """(start, end) as times of day; equal ones mean that no hour is quiet."""
    start, _, end = settings.MESSAGE_QUIET_HOURS.partition("-")
    return time.fromisoformat(start.strip()), time.fromisoformat(end.strip())


def after_quiet_hours(moment):
    """The moment itself, or the end of the quiet hours in which it falls.

    Compared on the wall clock, so that 08:00 is 08:00 also after a night in which the clocks changed.
    """
    start, end = quiet_hours()
    local = timezone.localtime(moment)
    clock = local.time()
    over_midnight = start > end
    is_quiet = (clock >= start or clock < end) if over_midnight else start <= clock < end
    if not is_quiet:
        return moment
    day = local.date() + timedelta(days=1 if over_midnight and clock >= start else 0)
    return datetime.combine(day, end, tzinfo=timezone.get_default_timezone())
