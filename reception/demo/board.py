"""The days around today: yesterday, the board of today half-way through its day, and two weeks to come."""

from collections import Counter

from reception.demo import schedule, visits
from reception.demo.reasons import BY_WORDS, REASONS
from reception.demo.staff import AFTERNOON, MORNING
from reception.demo.visits import (
    BOOKED,
    CANCELLED,
    CHECKOUT,
    CONFIRMED,
    DONE,
    HERE,
    IN_ROOM,
    MISSED,
    WAITING,
    WITH_DOCTOR,
)

DAYS_AHEAD = 14
MOST_WITH_DOCTOR, MOST_AT_CHECKOUT = 2, 2
PAYS_FOR = 40  # minutes after the doctor
RUNNING_LATE = 10  # minutes
WAITED = (23, 9, 4)  # minutes, longest first
WHY_CANCELLED = ("Patient telephoned: will book again", "Patient is ill", "Transport did not come")


def batches(practice):
    """Yield a batch a day; those of the days to come have no visits yet."""
    here = [person for person in practice.shelf["people"] if person.is_here]
    promise(practice, here[0])
    schedule.send_away(practice)
    for booked in schedule.book_series(practice, here[1]):
        visits.add_appointment(practice, here[1], *booked, BOOKED, series_id=1)
    times_seen = Counter()
    for offset in range(-1, DAYS_AHEAD + 1):
        batch = visits.Batch()
        Day(practice, offset, here, times_seen).fill(batch)
        yield batch


def promise(practice, person):
    """The patient who signs in has something to look forward to."""
    dice = practice.dice("promise")
    reason = BY_WORDS["Annual review"]
    booked = practice.shelf["diary"].book(
        dice, reason.specialization, practice.day(3), reason.minutes, before=practice.day(DAYS_AHEAD)
    )
    visits.add_appointment(practice, person, *booked, reason, BOOKED)


class Day:
    def __init__(self, practice, offset, people, times_seen):
        self.practice, self.offset, self.people, self.times_seen = practice, offset, people, times_seen
        self.date = practice.day(offset)
        self.dice = practice.dice("day", offset)
        self.diary = practice.shelf["diary"]
        self.by_reason = {}
        self.waiting, self.with_doctor, self.at_checkout, self.today = list(WAITED), 0, 0, set()
        self.roomed = 0

    @property
    def fullness(self):
        """How much of the day is booked: most of a weekday, then less and less the later it is."""
        usual = 0.75 if self.date.weekday() < 5 else 0.45
        return usual if self.offset <= 0 else 0.4 - 0.02 * self.offset

    def fill(self, batch):
        clinicians = [one for one in self.diary.clinicians if self.date.weekday() in one.weekdays]
        if self.offset > 0 and self.date.weekday() > 4:
            return  # nothing is booked into a weekend in advance
        for clinician in clinicians:
            shown = set()
            for minute, reason in self.slots(clinician):
                person = self.somebody_for(reason)
                if person is None:
                    continue
                stage = self.stage(minute, reason, shown=shown)
                shown.add(stage)
                self.today.add(person.id)
                self.times_seen[person.id] += 1
                self.book(batch, person, clinician, minute, reason, stage)

    def slots(self, clinician):
        """The booked minutes of a clinician's day, each with a reason."""
        reasons = [reason for reason in REASONS if reason.specialization == clinician.specialization]
        for first, last in clinician.stretches:
            minute = first
            while minute < last:
                reason = self.dice.choice(reasons)
                is_booked = self.dice.random() < self.fullness or self.is_now(minute, reason)
                if is_booked and minute + reason.minutes <= last and self.is_free(clinician, minute, reason):
                    yield minute, reason
                    minute += reason.minutes
                else:
                    minute += 15

    def is_free(self, clinician, minute, reason):
        return self.diary.is_free(clinician, self.date, minute, reason.minutes)

    def is_now(self, minute, reason):
        """The times around now are never empty today: the board is about them."""
        return self.offset == 0 and self.over_by - 15 <= minute < self.practice.minute + 20

    @property
    def over_by(self):
        """What ended by this minute of today is done; at lunch somebody is still in from the morning."""
        by = self.practice.minute - RUNNING_LATE
        is_lunch = MORNING[1] <= by and self.practice.minute < AFTERNOON[0]
        return MORNING[1] - 1 if is_lunch else by

    def somebody_for(self, reason):
        """A person whom the reason fits, rather one not seen these days and one who comes for it anyway."""
        if reason not in self.by_reason:
            fitting = [person for person in self.people if reason.fits(person.age(self.date), person.sex)]
            self.by_reason[reason] = sorted(
                fitting,
                key=lambda person: (self.times_seen[person.id], reason not in person.lasting, self.dice.random()),
            )
        waiting_list = self.by_reason[reason]
        while waiting_list:
            person = waiting_list.pop(0)
            if person.id not in self.today:
                return person
        return None

    def stage(self, minute, reason, *, shown):
        """How far an appointment has come on its day."""
        now = self.practice.minute
        if self.offset > 0:
            return CANCELLED if self.dice.random() < 0.04 else self.dice.choice((BOOKED, CONFIRMED))
        if self.offset < 0 or minute + reason.minutes <= self.over_by:
            return self.gone(minute, reason)
        if minute <= now and WITH_DOCTOR not in shown and self.with_doctor < MOST_WITH_DOCTOR:
            self.with_doctor += 1
            return WITH_DOCTOR
        if minute - now < 30 and not shown & {WAITING, IN_ROOM} and self.waiting:
            self.roomed += 1
            return IN_ROOM if self.roomed == len(WAITED) and WITH_DOCTOR not in shown else WAITING
        return self.dice.choice((BOOKED, CONFIRMED)) if minute > now - RUNNING_LATE else DONE

    def gone(self, minute, reason):
        """Seen and perhaps still paying, not come, or cancelled."""
        if self.dice.random() < 0.08:
            return self.dice.choice((CANCELLED, MISSED))
        is_fresh = self.offset == 0 and minute + reason.minutes > self.practice.minute - PAYS_FOR
        if is_fresh and self.at_checkout < MOST_AT_CHECKOUT:
            self.at_checkout += 1
            return CHECKOUT
        return DONE

    def book(self, batch, person, clinician, minute, reason, stage):
        cancel_reason = self.dice.choice(WHY_CANCELLED) if stage == CANCELLED else None
        appointment_id = visits.add_appointment(
            self.practice, person, clinician, self.date, minute, reason, stage, cancel_reason=cancel_reason
        )
        if stage == DONE or stage in HERE:
            visit = visits.PlannedVisit(
                self.practice.new_id("Visit"), person, clinician, self.date, minute, reason, stage,
                nth=int(reason in person.lasting), is_on_board=True,
            )  # fmt: skip
            visits.add_visit(
                self.practice, self.dice, visit, appointment_id=appointment_id,
                moments=self.moments(minute, reason, stage),
            )  # fmt: skip
            batch.visits.append(visit)
            if stage in (IN_ROOM, WITH_DOCTOR):
                entered = self.practice.moment_today(self.practice.minute - 3)
                self.practice.writer.add(
                    "RoomStay", room_id=clinician.room_id, visit_id=visit.id, entered_at=entered
                )  # fmt: skip

    def moments(self, minute, reason, stage):
        """When the patient arrived, went in and left, as far as that has happened."""
        now = self.practice.minute
        if stage in (WAITING, IN_ROOM):
            return self.practice.moment_today(now - self.waiting.pop(0)), None, None
        came, went_in = minute - self.dice.randint(3, 12), minute + self.dice.randint(0, 3)
        left = went_in + max(5, reason.minutes - 5)
        if self.offset < 0:
            return [self.practice.moment(self.date, moment) for moment in (came, went_in, left)]
        went_in, left = min(went_in, now - 3), min(left, now - 1)
        arrived, started, left = map(self.practice.moment_today, (min(came, went_in), went_in, left))
        return arrived, started, left if stage == DONE else None
