"""Visits as the upper rooms need them: who, whom, why, and how far it has come."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from emr_site.demo.practice import clock
from reception.demo.patients import Person
from reception.demo.reasons import Reason
from reception.demo.schedule import kind_of
from reception.demo.staff import Clinician

DONE, CHECKOUT, WITH_DOCTOR, IN_ROOM, WAITING = "done", "checkout", "with doctor", "in room", "waiting"
BOOKED, CONFIRMED, MISSED, CANCELLED = "booked", "confirmed", "missed", "cancelled"
STATUS = {DONE: "Completed", CONFIRMED: "Confirmed", MISSED: "Did not attend", CANCELLED: "Cancelled"}
# Those who are here are booked first, and arrive when their visit is written.
HERE = {CHECKOUT: "Checkout", WITH_DOCTOR: "With doctor", IN_ROOM: "Roomed", WAITING: "Arrived"}
FACILITIES = ("Main building", "Main building", "Main building", "Riverside branch")


@dataclass(slots=True)
class PlannedVisit:
    """`nth` counts earlier visits for the same lasting reason; `tests` is how many were ordered; what is on the board
    comes after the patient's chart has been written."""

    id: int
    person: Person
    clinician: Clinician
    date: date
    minute: int
    reason: Reason
    stage: str = DONE
    nth: int = 0
    tests: int = 0
    is_on_board: bool = False


@dataclass
class Batch:
    """Visits written together, oldest first within a patient."""

    people: list = field(default_factory=list)
    visits: list = field(default_factory=list)


def add_appointment(practice, person, clinician, day, minute, reason, stage, *, cancel_reason=None, series_id=None):
    """Put an appointment among the rows to be written; returns its id."""
    appointment_id = practice.new_id("Appointment")
    if stage in HERE:
        practice.writer.move(
            f"UPDATE Appointment SET status = '{HERE[stage]}' WHERE appointment_id IN %s", appointment_id
        )
    ahead = 1 + (appointment_id * 7) % 21
    practice.writer.add(
        "Appointment", appointment_id=appointment_id, patient_id=person.id, provider_id=clinician.id,
        date=day.isoformat(), time=clock(minute), duration_minutes=reason.minutes,
        status=STATUS.get(stage, "Scheduled"), reason=reason.words, cancel_reason=cancel_reason,
        appointment_type_id=kind_of(reason), appointment_series_id=series_id,
        booked_at=practice.moment(min(practice.today, day) - timedelta(days=ahead), 9 * 60 + minute % 50),
    )  # fmt: skip
    return appointment_id


def add_visit(practice, dice, visit, *, appointment_id, moments):
    """Put a visit among the rows to be written; `moments` are when the patient arrived, went in and left."""
    arrived, started, left = moments
    practice.writer.add(
        "Visit", visit_id=visit.id, patient_id=visit.person.id, provider_id=visit.clinician.id,
        appointment_id=appointment_id, date=visit.date.isoformat(), time=clock(visit.minute),
        reason=visit.reason.words, facility=dice.choice(FACILITIES), arrived_at=arrived, started_at=started,
        left_at=left,
    )  # fmt: skip
