"""The quarters of an hour of a day, counted from midnight: which are worked, taken, and can still be booked."""

from django.utils import timezone

from reception.columns import QUARTER
from reception.schedule import minutes

ALL = 24 * 60 // QUARTER


def within(starts, ends):
    """Those that lie wholly between two minutes."""
    return range(-(-starts // QUARTER), ends // QUARTER)


def touched(starts, ends):
    """Those that two minutes enclose or cut."""
    return range(starts // QUARTER, -(-ends // QUARTER))


def taken_by(row):
    """Those of an appointment, or of an offer that holds a time."""
    starts = minutes(row.time)
    return touched(starts, starts + row.duration_minutes)


def still_to_come(date):
    """The first that can still be booked on a date."""
    now = timezone.localtime()
    return minutes(now) // QUARTER if date == now.date() else 0 if date > now.date() else ALL
