"""What one day of the practice looks like: providers as columns, a row a quarter of an hour."""

from dataclasses import dataclass, field
from datetime import time

from django.utils import timezone

from reception.models import Appointment, Provider, ProviderHours

QUARTER = 15  # minutes
FIRST, LAST = 8 * 60, 17 * 60  # shown even when nobody works so early or late
LOOKS = {
    "Booked": ("s-book", "clock"),
    "Waiting": ("s-wait", "door-open"),
    "With doctor": ("s-with", "stethoscope"),
    "Done": ("s-done", "circle-check"),
    "Cancelled": ("s-dna", "calendar-x"),
}


def minutes(moment):
    return moment.hour * 60 + moment.minute


def state_of(appointment):
    """Where the patient is, in one word of LOOKS."""
    visit = getattr(appointment, "visit", None)
    if appointment.status == Appointment.Status.CANCELLED:
        return "Cancelled"
    if appointment.status == Appointment.Status.COMPLETED or (visit and visit.left_at):
        return "Done"
    if visit is None:
        return "Booked"
    return "With doctor" if visit.started_at else "Waiting"


@dataclass
class Card:
    """An appointment at its place in a column."""

    appointment: Appointment
    first: int  # minute of the day at which the board begins

    @property
    def state(self):
        return state_of(self.appointment)

    @property
    def look(self):
        return LOOKS[self.state][0]

    @property
    def icon(self):
        return LOOKS[self.state][1]

    @property
    def row(self):
        return (minutes(self.appointment.time) - self.first) // QUARTER + 1

    @property
    def rows(self):
        ends = minutes(self.appointment.time) + self.appointment.duration_minutes
        return max(-(-(ends - self.first) // QUARTER) - self.row + 1, 1)

    @property
    def waited(self):
        """Whole minutes since the patient arrived."""
        return int((timezone.now() - self.appointment.visit.arrived_at).total_seconds() // 60)


@dataclass
class Column:
    provider: Provider
    hours: list
    cards: list = field(default_factory=list)
    free: list = field(default_factory=list)  # (row, time) of each quarter that can be booked

    @property
    def done(self):
        return sum(card.state == "Done" for card in self.cards)


class Day:
    """The board of one date, of one provider or of all who work or have appointments on it."""

    def __init__(self, date, *, provider=None, with_cancelled=False):
        self.date, self.now = date, timezone.localtime()
        self.is_today = date == self.now.date()
        hours = ProviderHours.objects.filter(weekday=date.weekday()).select_related("room")
        appointments = Appointment.objects.on(date).select_related("patient", "provider", "visit").order_by("time")
        if provider:
            hours, appointments = hours.filter(provider=provider), appointments.filter(provider=provider)
        self.appointments, self.hours = list(appointments), list(hours)
        shown = [each for each in self.appointments if with_cancelled or each.status != "Cancelled"]
        self.first = min([FIRST, *(minutes(each.starts) for each in self.hours), *(minutes(a.time) for a in shown)])
        self.first -= self.first % 60
        self.last = max([LAST, *(minutes(each.ends) for each in self.hours), *(self.end(each) for each in shown)])
        self.columns = self.make_columns(shown)
        self.cards = [card for column in self.columns for card in column.cards]

    def end(self, appointment):
        return minutes(appointment.time) + appointment.duration_minutes

    def make_columns(self, shown):
        ids = {each.provider_id for each in [*self.hours, *shown]}
        columns = {provider.pk: Column(provider, []) for provider in Provider.objects.filter(pk__in=ids)}
        for each in self.hours:
            columns[each.provider_id].hours.append(each)
        for each in shown:
            columns[each.provider_id].cards.append(Card(each, self.first))
        for column in columns.values():
            column.free = self.free_of(column)
        return list(columns.values())

    def free_of(self, column):
        """The quarters within the hours that nobody has and that have not passed."""
        if column.provider.deactivated_at or self.date < self.now.date():
            return []
        taken = {
            quarter
            for card in column.cards
            if card.state != "Cancelled"
            for quarter in range(card.row, card.row + card.rows)
        }
        worked = {
            (minute - self.first) // QUARTER + 1
            for each in column.hours
            for minute in range(minutes(each.starts), minutes(each.ends), QUARTER)
        }
        since = self.now_row if self.is_today else 1
        return [(row, self.time_of(row)) for row in sorted(worked - taken) if row >= since]

    def time_of(self, row):
        minute = self.first + (row - 1) * QUARTER
        return time(minute // 60, minute % 60)

    @property
    def now_row(self):
        """The row of this moment; outside of the board on either side when the practice is closed."""
        return (minutes(self.now) - self.first) // QUARTER + 1

    @property
    def shows_now(self):
        return self.is_today and self.first <= minutes(self.now) < self.last

    @property
    def hour_marks(self):
        return [(row, self.time_of(row)) for row in range(1, (self.last - self.first) // QUARTER + 1, 4)]

    @property
    def counts(self):
        states = [state_of(each) for each in self.appointments]
        return {name: states.count(name) for name in LOOKS}

    def in_state(self, state):
        return [card for card in self.cards if card.state == state]

    @property
    def waiting(self):
        return sorted(self.in_state("Waiting"), key=lambda card: card.appointment.visit.arrived_at)

    @property
    def expected(self):
        """Booked and not here yet, soonest first: the ones whom the desk checks in."""
        return sorted(self.in_state("Booked"), key=lambda card: card.appointment.time) if self.is_today else []
