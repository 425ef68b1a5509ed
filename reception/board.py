"""What one day of the practice looks like: providers as columns, a row a quarter of an hour."""

from datetime import time
from functools import cached_property

from django.utils import timezone

from reception.columns import QUARTER, Card, Closed, Column, Free, minutes, runs
from reception.models import Appointment, ProviderHours

OPENS, CLOSES = 8 * 60, 17 * 60  # shown even when nobody works so early or so late


class Day:
    """The board of one date, of one provider or of all who work or have appointments on it."""

    def __init__(self, date, *, provider=None):
        self.date, self.now = date, timezone.localtime()
        self.is_today = date == self.now.date()
        hours = ProviderHours.objects.filter(weekday=date.weekday(), provider__deactivated_at=None)
        appointments = Appointment.objects.on(date).select_related("patient", "provider", "visit")
        if provider:
            hours, appointments = hours.filter(provider=provider), appointments.filter(provider=provider)
        self.hours = list(hours.select_related("room", "provider").order_by("starts"))
        self.appointments = list(appointments.order_by("time", "id"))
        self.live = [each for each in self.appointments if each.status != Appointment.Status.CANCELLED]
        opens = min(
            [OPENS, *(minutes(each.starts) for each in self.hours), *(minutes(each.time) for each in self.live)]
        )
        self.first = opens - opens % 60
        self.last = max([CLOSES, *(minutes(each.ends) for each in self.hours), *map(self.end_of, self.live)])

    @staticmethod
    def end_of(appointment):
        return minutes(appointment.time) + appointment.duration_minutes

    def row_of(self, minute):
        return (minute - self.first) // QUARTER + 1

    def card(self, appointment):
        row = self.row_of(minutes(appointment.time))
        last = self.row_of(self.end_of(appointment) - 1)
        return Card(row, last - row + 1, appointment)

    @cached_property
    def cards(self):
        """Those who are to come, by the clock."""
        return [self.card(each) for each in self.live]

    @cached_property
    def columns(self):
        columns = {each.provider_id: Column(each.provider) for each in [*self.live, *self.hours]}
        for each in self.hours:
            columns[each.provider_id].hours.append(each)
        for card in self.cards:
            columns[card.appointment.provider_id].cards.append(card)
        for column in columns.values():
            column.set_side_by_side()
            self.fill(column)
        return sorted(columns.values(), key=lambda each: (each.provider.family_name, each.provider.given_name))

    def fill(self, column):
        """Say of the quarters without a card whether they are free or closed; of a stranger's day nobody knows."""
        taken = {quarter for card in column.cards for quarter in card.quarters}
        worked = set()
        for each in column.hours:
            worked.update(range(self.row_of(minutes(each.starts) + QUARTER - 1), self.row_of(minutes(each.ends))))
        since = self.now_row if self.is_today else 1 if self.date > self.now.date() else self.rows + 1
        column.free = [Free(row, 1, self.time_of(row)) for row in sorted(worked - taken) if row >= since]
        if worked:
            column.closed = [Closed(*run, "Break" if min(worked) < run[0] < max(worked) else "Not in")
                             for run in runs(set(range(1, self.rows + 1)) - worked - taken)]  # fmt: skip

    def time_of(self, row):
        minute = self.first + (row - 1) * QUARTER
        return time(minute // 60, minute % 60)

    @property
    def rows(self):
        return -(-(self.last - self.first) // QUARTER)

    @property
    def now_row(self):
        """The row of this moment; outside of the board on either side when the practice is closed."""
        return self.row_of(minutes(self.now))

    @property
    def now_part(self):
        """Which third of its quarter the moment is in: 0, 1 or 2."""
        return minutes(self.now) % QUARTER // 5

    @property
    def shows_now(self):
        return self.is_today and self.first <= minutes(self.now) < self.last

    @property
    def hour_marks(self):
        return [(row, self.time_of(row)) for row in range(1, self.rows + 1, 60 // QUARTER)]

    def in_state(self, state):
        return [card for card in self.cards if card.state == state]

    @cached_property
    def waiting(self):
        """Who came first is seen first, on top; of another day nobody waits any more."""
        waiting = self.in_state("Waiting") if self.is_today else []
        return sorted(waiting, key=lambda card: card.appointment.visit.arrived_at or self.now)

    @cached_property
    def expected(self):
        """Booked and not here yet, the ones whom the desk checks in; nobody can come to another day."""
        return self.in_state("Booked") if self.is_today else []

    @property
    def seen(self):
        return len(self.in_state("Done"))

    @property
    def free_count(self):
        return sum(len(column.free) for column in self.columns)

    def in_order(self):
        """Every appointment by the clock, those cancelled too."""
        return [self.card(each) for each in self.appointments]
