"""Where the cards of a provider's day stand."""

from datetime import time

import pytest

from reception.bookings import Booking
from reception.cells import cell
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


def card_of(note, rows=3, status="Scheduled", **more):
    booking = Booking(1, status, day(0), time(9), rows * 15, "Cough", note, None, 1, 1, "Hale", "Ann", "400", "500")
    return Card(1, rows, booking, **more)


@pytest.mark.parametrize(
    ("rows", "written", "heard"),
    [
        (1, [], ", 15 minutes, Booked, Consent missing<"),
        (2, ["Consent missing</b> · Cough</span>"], ", 30 minutes, Booked<"),
        (3, ['"what">Cough</span>', "Consent missing</span>"], ", 45 minutes, Booked<"),
    ],
)
def test_what_the_desk_should_know_has_a_line_or_is_said(rows, written, heard):
    drawn = cell(card_of(None, rows, lacks_consent=True), None, None)
    assert [words for words in (*written, heard) if words not in drawn] == []
    assert ("Cough" in drawn) is (rows > 1)


def test_what_a_person_typed_is_no_markup():
    booking = Booking(1, "Scheduled", day(0), time(9), 45, "<b>", None, None, 1, 1, "<i>", "&", "400", "500")
    drawn = cell(Card(1, 3, booking), None, None)
    assert "&lt;I&gt;, &amp;" in drawn
    assert "&lt;b&gt;" in drawn


def test_a_card_of_one_line_says_who_did_not_come_and_which_room():
    roomed = Booking(1, "Roomed", day(0), time(9), 15, None, None, None, 1, 1, "Hale", "Ann", "4", "5", room_number=204)
    assert "Did not attend · 09:00" in cell(card_of(None, 1, "Did not attend"), None, None)
    assert "Room 204 · 09:00" in cell(Card(1, 1, roomed), None, None)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (1, ", 15 minutes, Booked, Fasting: call to remind<"),
        (2, 'i-info"></use></svg>Fasting: call to remind</b> · Cough</span>'),
        (3, 'i-info"></use></svg>Fasting: call to remind</span>'),
    ],
)
def test_the_note_for_the_desk_is_a_flag_of_its_own(rows, expected):
    assert expected in cell(card_of("Fasting: call to remind", rows), None, None)


def test_what_presses_more_comes_before_the_note():
    card = card_of("<b>Fasting", is_alike=True, lacks_consent=True)
    card.appointment.overbooked_by_id, card.charged = 7, 40
    assert card.flag == "40.00 to settle, Similar name, Overbooked, Consent missing, <b>Fasting"
    assert card.flag_icon == "receipt-text"
    assert "&lt;b&gt;Fasting" in cell(card, None, None)
    card.charged = None
    assert card.flag_icon == "users"


def test_a_long_note_is_written_whole_for_those_who_listen_and_once():
    words = "Call her daughter first, " * 10
    assert [cell(card_of(words, rows), None, None).count(words) for rows in (1, 2, 3)] == [1, 1, 1]


@pytest.mark.parametrize("status", ["Completed", "Did not attend", "Cancelled"])
def test_the_note_of_one_who_is_gone_is_no_flag(status):
    assert card_of("Fasting", status=status).flag == ""
