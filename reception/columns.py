"""A provider's day as a column of the board: what stands at which quarter of an hour."""

from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from functools import cached_property

from django.utils import timezone

from emr_site.templatetags.emr import money
from reception.bookings import Booking
from reception.models import Provider, Room
from reception.models.appointments import GIVEN_UP, OVER, Status

QUARTER = 15  # minutes
LONG_WAIT = 20  # minutes after which a wait is marked
SIDE_BY_SIDE = 4  # cards that share a quarter of an hour at most: three of five minutes, and one that ends in it
# How each status is drawn: the card's class, and the chip's, whose icon both have.
LOOKS = {
    Status.SCHEDULED: ("s-book", "book", "clock"),
    Status.CONFIRMED: ("s-book", "book", "user-check"),
    Status.ARRIVED: ("s-wait", "wait", "door-open"),
    Status.ROOMED: ("s-room", "room", "map-pin"),
    Status.WITH_DOCTOR: ("s-with", "with", "stethoscope"),
    Status.CHECKOUT: ("s-pay", "pay", "credit-card"),
    Status.COMPLETED: ("s-done", "done", "circle-check"),
    Status.DID_NOT_ATTEND: ("s-dna", "dna", "user-x"),
    Status.CANCELLED: ("s-dna", "dna", "calendar-x"),
}


@dataclass
class Span:
    """Something at its place in a column: quarters of an hour, counted from 1 at the board's first."""

    row: int
    rows: int

    @property
    def quarters(self):
        return range(self.row, self.row + self.rows)


@dataclass
class Card(Span):
    """An appointment; where several share a quarter, the nth of so many beside each other."""

    appointment: Booking
    nth: int = 1
    of: int = 1
    # Where its provider sits at this time, when the hours say so.
    usual_room: Room | None = None
    lacks_consent: bool = False
    # Somebody else of this day is called nearly so.
    is_alike: bool = False
    # Of a patient at checkout: what the visit is charged, where that is known.
    charged: Decimal | None = None

    @cached_property
    def state(self):
        """Where the patient is, in words."""
        return Status(self.appointment.status).label

    @property
    def is_live(self):
        return self.appointment.status not in GIVEN_UP

    @property
    def look(self):
        return LOOKS[self.appointment.status][0]

    @property
    def chip(self):
        return LOOKS[self.appointment.status][1]

    @property
    def icon(self):
        return LOOKS[self.appointment.status][2]

    @property
    def flags(self):
        """What the desk should know before the patient comes, what presses most first: icons and words."""
        row, found = self.appointment, []
        if self.charged:
            found.append(("receipt-text", f"{money(self.charged)} to settle"))
        if self.is_alike:
            found.append(("users", "Similar name"))
        if row.overbooked_by_id:
            found.append(("triangle-alert", "Overbooked"))
        if self.lacks_consent:
            found.append(("file-text", "Consent missing"))
        if row.desk_note and row.status not in OVER:
            found.append(("info", row.desk_note))
        return found

    @property
    def flag(self):
        """The flags in words; a note for the desk may be a long one."""
        return ", ".join(words for _, words in self.flags)

    @property
    def flag_icon(self):
        return self.flags[0][0]

    @property
    def where(self):
        """The room that the patient is in, or that they did not come."""
        row = self.appointment
        missed = self.state if row.status == Status.DID_NOT_ATTEND else ""
        return f"Room {row.room_number}" if row.room_number else missed

    @property
    def what(self):
        """The line under the name: where the patient is, and why they come."""
        row = self.appointment
        return " · ".join(word for word in (self.where, row.reason or row.kind) if word)

    @property
    def arrived_at(self):
        return self.appointment.arrived_at

    @property
    def waited(self):
        """Whole minutes since the patient arrived; None when nobody wrote down when that was."""
        return int((timezone.now() - self.arrived_at).total_seconds() // 60) if self.arrived_at else None

    @property
    def waits_long(self):
        return (self.waited or 0) >= LONG_WAIT


@dataclass
class Free(Span):
    """A quarter that can be booked."""

    time: time


@dataclass
class Closed(Span):
    """Not to be booked: the provider does not work, or the time is held for somebody."""

    word: str


@dataclass
class Column:
    """A provider's day."""

    provider: Provider
    hours: list = field(default_factory=list)
    cards: list = field(default_factory=list)
    free: list = field(default_factory=list)
    closed: list = field(default_factory=list)
    # What keeps the provider away for the whole day.
    why_away: str = ""

    @property
    def spans(self):
        """Everything in the order of the clock, as it is read out."""
        return sorted([*self.cards, *self.free, *self.closed], key=lambda span: (span.row, isinstance(span, Card)))

    @property
    def done(self):
        return sum(card.appointment.status == Status.COMPLETED for card in self.cards)

    @property
    def room(self):
        return next((each.room for each in self.hours if each.room), None)

    def set_side_by_side(self):
        """Give the cards of a shared quarter a place each; a group ends where a quarter has nobody of it."""
        group, ends = [], 0
        for card in sorted(self.cards, key=lambda card: (card.row, card.appointment.time)):
            if card.row >= ends:
                group = []
            group.append(card)
            ends = max(ends, card.row + card.rows)
            beside = {other.nth for other in group[:-1] if card.row in other.quarters}
            card.nth = next((n for n in range(1, SIDE_BY_SIDE) if n not in beside), SIDE_BY_SIDE)
            for each in group:
                each.of = max(other.nth for other in group)


def runs(rows):
    """(first, length) of each unbroken run of rows."""
    found = []
    for row in sorted(rows):
        if found and row == sum(found[-1]):
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((row, 1))
    return found
