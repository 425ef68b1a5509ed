"""Where the cards of a provider's day stand."""

from datetime import time

from reception.columns import Card, Column, runs
from reception.models import Appointment


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
