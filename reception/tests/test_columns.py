"""Where the cards of a provider's day stand."""

from datetime import time

import pytest

from reception.bookings import Booking
from reception.columns import Card, Column, runs
from reception.models import Appointment
from reception.tests.factories import day


def test_short_ones_stand_side_by_side():
    column = Column(provider=None)
    for minute, length in ((0, 5), (5, 5), (10, 20), (30, 15), (45, 15)):
        appointment = Appointment(time=time(9, minute), duration_minutes=length)
        first = minute // 15
        column.cards.append(Card(first + 1, (minute + length - 1) // 15 - first + 1, appointment))
    column.set_side_by_side()
    assert [(card.row, card.rows, card.nth, card.of) for card in column.cards] == [
        (1, 1, 1, 3),
        (1, 1, 2, 3),
        (1, 2, 3, 3),
        (3, 1, 1, 1),
        (4, 1, 1, 1),
    ]


def test_runs_are_unbroken():
    assert runs({1, 2, 3, 7, 9, 10}) == [(1, 3), (7, 1), (9, 2)]
    assert runs(set()) == []


@pytest.mark.parametrize(
    ("rows", "what", "flag", "said"),
    [
        (1, "Cough", "Consent missing", ", Consent missing"),
        (2, "", "Consent missing", ""),
        (3, "Cough", "Consent missing", ""),
    ],
)
def test_what_the_desk_should_know_has_a_line_or_is_said(rows, what, flag, said):
    booking = Booking(1, "Scheduled", day(0), time(9), rows * 15, "Cough", None, 1, 1, "Hale", "Ann", "400", "500")
    drawn = Card(1, rows, booking, lacks_consent=True).drawn()
    assert (drawn["what"], drawn["flag"], drawn["said"]) == (what, flag, said)
