"""A week of the practice: how full each provider's days are, or one provider's appointments day by day."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from reception.bookings import bookings
from reception.columns import Card
from reception.models import Appointment, SlotOffer
from reception.models.appointments import GIVEN_UP, Status
from reception.quarters import still_to_come, taken_by, within
from reception.schedule import schedules

DAYS = 7


@dataclass
class ProviderDay:
    """How full one provider's day is."""

    since: int = 0
    worked: set = field(default_factory=set)
    taken: set = field(default_factory=set)
    booked: int = 0

    @property
    def free(self):
        """Quarters of an hour that can still be booked."""
        return sum(quarter >= self.since for quarter in self.worked - self.taken)


class Week:
    """The week of a date, Monday to Sunday, of one provider or of all."""

    def __init__(self, date, *, provider=None):
        self.first = date - timedelta(days=date.weekday())
        self.last = self.first + timedelta(days=DAYS - 1)
        self.schedules = schedules(self.first, self.last, provider=provider)
        of_whom = {"provider": provider} if provider else {}
        rows = Appointment.objects.filter(date__range=(self.first, self.last), **of_whom)
        rows = rows.exclude(status=Status.CANCELLED).order_by("date", "time", "id")
        holds = SlotOffer.objects.holding().filter(date__range=(self.first, self.last), **of_whom)
        self.holds = list(holds.select_related("provider"))
        self.by_day = defaultdict(list)
        for each in bookings(rows):
            self.by_day[each.date].append(each)

    @property
    def days(self):
        """(date, holiday's name or "", cards) of each day; a weekend day on which nothing happens is left out."""
        for date, schedule in self.schedules.items():
            if date.weekday() < 5 or self.by_day[date] or schedule.stretches:
                closed = schedule.holiday.name if schedule.holiday else ""
                yield date, closed, [Card(1, 1, each) for each in self.by_day[date]]

    @property
    def looks(self):
        """All that can be seen of it."""
        counts = [
            (one.pk, str(one), date, day.booked, day.free, bool(day.worked))
            for one, days in self.providers
            for date, day in days
            if day
        ]
        booked = [each.looks for rows in self.by_day.values() for each in rows]
        return self.first, counts, booked, [(date, closed) for date, closed, _ in self.days]

    @property
    def providers(self):
        """(provider, [(date, ProviderDay)]) of everybody who works or is booked in this week."""
        found = defaultdict(dict)

        def day_of(provider, date):
            return found[provider].setdefault(date, ProviderDay(still_to_come(date)))

        for date, schedule in self.schedules.items():
            for each in schedule.stretches:
                day_of(each.provider, date).worked.update(within(each.starts, each.ends))
        for each in (*self.holds, *(row for rows in self.by_day.values() for row in rows)):
            day_of(each.provider, each.date).taken.update(taken_by(each))
        for each in (row for rows in self.by_day.values() for row in rows if row.status not in GIVEN_UP):
            day_of(each.provider, each.date).booked += 1
        shown = [date for date, _, _ in self.days]
        in_order = sorted(found, key=lambda one: (one.family_name, one.given_name))
        return [(one, [(date, found[one].get(date)) for date in shown]) for one in in_order]
