"""The demonstration's day board is alive whenever it is looked at."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from emr_site.demo.practice import Practice
from reception import demo
from reception.demo import board, history
from reception.demo.reasons import REASONS


def stages(practice, day):
    """How many appointments of a day have each status, once those who are here have arrived."""
    moved = {
        row_id: sql.split("'")[1] for sql, row_id in practice.writer._moves if sql.startswith("UPDATE Appointment")
    }
    rows = [row for row in practice.writer.waiting("Appointment") if row["date"] == day]
    return Counter(moved.get(row["appointment_id"], row["status"]) for row in rows)


def reception_at(moment):
    practice = Practice(patients=120, seed=1, now=moment)
    practice.shelf["users"] = {}
    demo.prepare(practice)
    list(history.batches(practice))
    list(board.batches(practice))
    return practice


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 23, 9, 15, tzinfo=UTC),  # a Monday morning
        datetime(2026, 11, 24, 12, 50, tzinfo=UTC),  # lunch
        datetime(2026, 11, 25, 16, 5, tzinfo=UTC),  # the end of the day
        datetime(2026, 11, 26, 3, 0, tzinfo=UTC),  # at night
        datetime(2026, 11, 27, 22, 30, tzinfo=UTC),
        datetime(2026, 11, 28, 11, 0, tzinfo=UTC),  # a Saturday
        datetime(2026, 11, 29, 20, 0, tzinfo=UTC),  # a Sunday evening
    ],
)
def test_it_shows_people_at_every_stage_at_any_hour(moment):
    practice = reception_at(moment)
    today = practice.today.isoformat()
    visits = [row for row in practice.writer.waiting("Visit") if row["date"] == today]
    found = stages(practice, today)
    assert found["Completed"] >= 2
    assert 1 <= found["With doctor"] <= 2
    assert 1 <= found["Arrived"] + found["Roomed"] <= 3
    assert found["Scheduled"] + found["Confirmed"] >= 3
    now = f"{moment:%Y-%m-%d %H:%M:%S}"
    assert all(
        visit[event] <= now for visit in visits for event in ("arrived_at", "started_at", "left_at") if visit[event]
    )


def test_it_books_two_weeks_ahead_and_something_for_the_patient_who_signs_in():
    practice = reception_at(datetime(2026, 11, 23, 10, 42, tzinfo=UTC))
    coming = [row for row in practice.writer.waiting("Appointment") if row["date"] > practice.today.isoformat()]
    assert len({row["date"] for row in coming}) >= 9
    assert any(row["patient_id"] == 1 and row["status"] == "Scheduled" for row in coming)
    once = [row["date"] for row in coming if not row["appointment_series_id"]]
    assert max(once) <= practice.day(14).isoformat()


def test_it_has_people_of_every_kind():
    practice = reception_at(datetime(2026, 11, 23, 10, 42, tzinfo=UTC))
    people = practice.writer.waiting("Patient")
    names = [(row["given_name"], row["family_name"]) for row in people]
    assert ("", "Ng") in names
    assert ("Seán", "O'Brien") in names
    assert names.count(("John", "Smith")) >= 2
    assert max(len(given) + len(family) for given, family in names) > 120
    assert any(row["deceased_on"] for row in people)
    assert any(row["deactivated_at"] for row in people)
    births = [row["date_of_birth"] for row in people if row["date_of_birth"]]
    assert min(births) < practice.day(-100 * 365).isoformat()
    assert max(births) > practice.day(-30).isoformat()


def test_it_has_a_reason_for_every_age_and_sex():
    for age in range(0, 106):
        for sex in ("female", "male", "other", "unknown"):
            assert any(reason.fits(age, sex) and not reason.months for reason in REASONS), (age, sex)
