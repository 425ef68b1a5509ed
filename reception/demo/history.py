"""Charts with years behind them: each patient's visits, up to a few days ago."""

from collections import Counter
from datetime import date, timedelta

from reception.demo import notable, schedule, visits
from reception.demo.diary import Diary
from reception.demo.patients import insure, settle, some_person
from reception.demo.reasons import BY_WORDS, LASTING, passing

BATCH = 25
LONGEST_CHART, LONGEST_NAME = 1050, "Longstaff"
BOOKED_SINCE = 1100  # days; older visits come from before appointments were kept here


def batches(practice):
    """Yield the patients with full charts, some at a time; the diary and the people stay on the shelf."""
    practice.shelf["diary"] = Diary(practice)
    practice.shelf["people"] = []
    batch = visits.Batch()
    for person in everybody(practice):
        batch.people.append(person)
        if not person.unknown_since:  # nobody's history: just the row, to be identified
            chart(practice, batch, person)
            practice.shelf["people"].append(person)
        if len(batch.people) == BATCH:
            yield batch
            batch = visits.Batch()
    yield batch


def everybody(practice):
    """The first system's patients, then those worth a look, then anybody."""
    for person in practice.shelf["first people"]:
        settle(person, practice.dice("first", person.id))
        yield person
    left = practice.rich - practice.last_id("Patient")
    for person in notable.people(practice, at_most=left):
        person.add(practice)
        yield person
    if practice.last_id("Patient") + 1 < practice.rich:
        person = notable.unknown_person(practice)
        person.add(practice)
        yield person
    while practice.last_id("Patient") < practice.rich:
        person_id = practice.new_id("Patient")
        person = some_person(practice, practice.dice("person", person_id), person_id)
        person.add(practice)
        yield person


def chart(practice, batch, person):
    """Add the insurance, the visits and their appointments of one person."""
    dice = practice.dice("chart", person.id)
    first_system = person.id <= len(practice.shelf["first people"])
    if not first_system:
        insure(practice, person, dice)
    schedule.sign(practice, person)
    person.lasting = tuple(BY_WORDS[words] for words in person.lasting) or what_lasts(practice, person, dice)
    seen = Counter()
    for day, reason in wishes(practice, person, dice):
        booked = practice.shelf["diary"].book(
            dice, reason.specialization, day, reason.minutes, before=last_day(practice, person)
        )
        if booked and reason.fits(person.age(booked[1]), person.sex):
            batch.visits.append(attend(practice, dice, person, reason, booked, nth=seen[reason]))
            seen[reason] += bool(reason.months)


def what_lasts(practice, person, dice):
    """Up to three lasting reasons that fit the person; the older, the more."""
    age = person.age(practice.today)
    fitting = [reason for reason in LASTING if reason.fits(age - 1, person.sex)]
    many = sum(dice.random() < chance for chance in ((0.55, 0.35, 0.2) if age > 60 else (0.3, 0.08)))
    return tuple(dice.sample(fitting, k=min(many, len(fitting))))


def wishes(practice, person, dice):
    """The days on which the person would come, and why, in order."""
    last = last_day(practice, person)
    years = dice.randint(4 if person.lasting else 1, 8)
    first = max(person.born or date.min, last - timedelta(days=365 * years))
    wanted = []
    for reason in person.lasting:
        day = first + timedelta(days=dice.randint(0, 200))
        while day < last:
            wanted.append((day, reason))
            day += timedelta(days=int(reason.months * 30 * dice.uniform(0.8, 1.3)))
    for _ in range(passing_visits(practice, person, dice, years)):
        day = first + timedelta(days=dice.randint(0, max(1, (last - first).days - 1)))
        wanted.append((day, dice.choice(passing(person.age(day), person.sex))))
    return sorted(wanted, key=lambda wish: (wish[0], wish[1].words))


def passing_visits(practice, person, dice, years):
    if practice.patients > practice.rich and person.family == LONGEST_NAME:
        return LONGEST_CHART  # the chart on which speed is measured
    return dice.randint(0, 1 + years)


def last_day(practice, person):
    """The first day that is no longer history: yesterday for those who are here."""
    return min(day for day in (practice.day(-1), person.died, person.left) if day)


def attend(practice, dice, person, reason, booked, *, nth):
    clinician, day, minute = booked
    visit = visits.PlannedVisit(practice.new_id("Visit"), person, clinician, day, minute, reason, nth=nth)
    appointment_id = None
    if day > practice.day(-BOOKED_SINCE):
        appointment_id = visits.add_appointment(practice, person, clinician, day, minute, reason, visits.DONE)
    came, waited = minute - dice.randint(2, 15), dice.randint(0, 20)
    moments = (came, minute + waited, minute + waited + reason.minutes)
    visits.add_visit(
        practice, dice, visit, appointment_id=appointment_id,
        moments=[practice.moment(day, moment) for moment in moments],
    )  # fmt: skip
    return visit
