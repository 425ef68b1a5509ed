"""What one day of the practice looks like: providers as columns, a row a quarter of an hour."""

import hashlib
from datetime import time
from functools import cached_property

from django.utils import timezone

from emr_site.templatetags.emr import person
from reception.bookings import of_day
from reception.columns import QUARTER, Card, Closed, Column, Free, runs
from reception.consents import missing
from reception.models import SlotOffer
from reception.models.appointments import GIVEN_UP, Status
from reception.near_names import similar_names
from reception.quarters import still_to_come, within
from reception.schedule import minutes, schedule_of

OPENS, CLOSES = 8 * 60, 17 * 60  # shown even when nobody works so early or so late


class Day:
    """The board of one date, of one provider or of all who work or have appointments on it."""

    def __init__(self, date, *, provider=None):
        self.date, self.now = date, timezone.localtime()
        self.is_today = date == self.now.date()
        self.schedule = schedule_of(date, provider=provider)
        self.hours = self.schedule.stretches
        self.appointments = of_day(date, provider=provider, known={each.provider for each in self.hours})
        self.shown = [each for each in self.appointments if each.status != Status.CANCELLED]
        opens = min([OPENS, *(each.starts for each in self.hours), *(minutes(each.time) for each in self.shown)])
        self.unasked = missing({each.patient_id for each in self.shown if each.status not in GIVEN_UP})
        of_whom = {"provider": provider} if provider else {}
        holds = SlotOffer.objects.holding().filter(date=date, **of_whom).select_related("patient", "provider")
        self.holds = list(holds.order_by("time"))
        self.mixed_up = similar_names(each.called for each in self.shown if each.status not in GIVEN_UP)
        self.first = opens - opens % 60
        self.last = max([CLOSES, *(each.ends for each in self.hours), *map(self.end_of, self.shown)])

    @staticmethod
    def end_of(appointment):
        return minutes(appointment.time) + appointment.duration_minutes

    def fingerprint(self, *also):
        """The same as long as the board looks the same, but for the minutes that people have waited."""
        seen = [each.looks for each in self.appointments]
        worked = [(str(each.provider), each.starts, each.ends, str(each.room)) for each in self.hours]
        worked += [(pk, each.starts, each.ends, each.word) for pk, away in self.schedule.away.items() for each in away]
        worked.append(str(self.schedule.holiday))
        moment = (self.now_row, self.now_part) if self.is_today else ()
        return hashlib.sha256(
            repr((self.date, seen, worked, moment, sorted(self.unasked), self.held, also)).encode()
        ).hexdigest()[:32]

    @property
    def held(self):
        return [(each.pk, each.time, each.held_until) for each in self.holds]

    def row_of(self, minute):
        return (minute - self.first) // QUARTER + 1

    def card(self, appointment):
        row = self.row_of(minutes(appointment.time))
        last = self.row_of(self.end_of(appointment) - 1)
        return Card(
            row,
            last - row + 1,
            appointment,
            usual_room=self.usual_rooms.get(appointment.provider_id),
            lacks_consent=appointment.patient_id in self.unasked and appointment.status != Status.COMPLETED,
            is_alike=appointment.patient_id in self.mixed_up,
        )

    @cached_property
    def usual_rooms(self):
        """{provider's id: the room of their first hours}."""
        return {each.provider.pk: each.room for each in reversed(self.hours) if each.room}

    @cached_property
    def cards(self):
        """All but those cancelled, by the clock."""
        return [self.card(each) for each in self.shown]

    @cached_property
    def columns(self):
        known = [*self.shown, *self.hours, *self.holds]
        columns = {each.provider.pk: Column(each.provider) for each in known}
        for each in self.hours:
            columns[each.provider.pk].hours.append(each)
        for card in self.cards:
            columns[card.appointment.provider_id].cards.append(card)
        for column in columns.values():
            column.set_side_by_side()
            self.fill(column)
        return sorted(columns.values(), key=lambda each: (each.provider.family_name, each.provider.given_name))

    def fill(self, column):
        """Say of the quarters without a card whether they are free or closed; of a stranger's day nobody knows."""
        shown = {quarter for card in column.cards for quarter in card.quarters}
        taken = {quarter for card in column.cards if card.is_live for quarter in card.quarters}
        worked = set()
        for each in column.hours:
            worked.update(quarter + 1 - self.first // QUARTER for quarter in within(each.starts, each.ends))
        since = still_to_come(self.date) + 1 - self.first // QUARTER
        for hold in self.holds:
            if hold.provider_id == column.provider.pk:
                taken |= self.hold(column, hold)
        column.free = [Free(row, 1, self.time_of(row)) for row in sorted(worked - taken - shown) if row >= since]
        taken_up = shown.union(*(span.quarters for span in column.closed))
        for run in runs(self.not_worked(column, worked) - taken_up):
            column.closed.append(Closed(*run, self.why_closed(column, run, worked)))
        column.why_away = "" if worked else self.why_away(column)

    def not_worked(self, column, worked):
        """The quarters that are closed: of a provider without hours on this day only those that somebody has told."""
        every = set(range(1, self.rows + 1))
        if worked or self.schedule.holiday:
            return every - worked
        away = self.schedule.away.get(column.provider.pk, ())
        return {row for row in every if self.is_in(row, away)}

    def is_in(self, row, stretches):
        starts = self.first + (row - 1) * QUARTER
        return any(each.starts < starts + QUARTER and each.ends > starts for each in stretches)

    def why_away(self, column):
        """What keeps the provider away on this day, in a word; empty when nothing is told."""
        away = self.schedule.away.get(column.provider.pk)
        return away[0].word if away else self.schedule.holiday.name if self.schedule.holiday else ""

    def hold(self, column, offer):
        """Show a time that is held for somebody of the waiting list; the quarters that it takes."""
        row = self.row_of(minutes(offer.time))
        last = self.row_of(minutes(offer.time) + offer.duration_minutes - 1)
        until = timezone.localtime(offer.held_until)
        # The moment first: a quarter of an hour has room for one line.
        words = f"Held until {until:%H:%M} for {person(offer.patient)}"
        column.closed.append(Closed(row, last - row + 1, words))
        return set(range(row, last + 1))

    def why_closed(self, column, run, worked):
        """In words: what keeps the provider away, or else a break between hours, or the time before and after them."""
        starts = self.first + (run[0] - 1) * QUARTER
        away = self.schedule.away.get(column.provider.pk, ())
        words = [each.word for each in away if each.starts < starts + run[1] * QUARTER and each.ends > starts]
        if words or not worked:
            return words[0] if words else self.why_away(column)
        return "Break" if min(worked) < run[0] < max(worked) else "Not in"

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

    def in_state(self, *states):
        return [card for card in self.cards if card.appointment.status in states]

    def here(self, *states):
        """Those who are in one of the states today, who came first on top; on another day nobody is here any more."""
        cards = self.in_state(*states) if self.is_today else []
        return sorted(cards, key=lambda card: card.arrived_at or self.now)

    @cached_property
    def waiting(self):
        return self.here(Status.ARRIVED)

    @cached_property
    def at_checkout(self):
        return self.here(Status.CHECKOUT)

    @cached_property
    def expected(self):
        """Booked and not here yet, the ones whom the desk checks in; nobody can come to another day."""
        return self.in_state(Status.SCHEDULED, Status.CONFIRMED) if self.is_today else []

    @property
    def seen(self):
        return len(self.in_state(Status.COMPLETED))

    @property
    def booked(self):
        return sum(card.is_live for card in self.cards)

    @property
    def free_count(self):
        return sum(len(column.free) for column in self.columns)

    def in_order(self):
        """Every appointment by the clock, those cancelled too."""
        return [self.card(each) for each in self.appointments]
