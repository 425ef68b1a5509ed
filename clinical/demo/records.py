"""The clinical record of each visit, and the prescriptions and tests ordered there."""

from datetime import timedelta
from functools import partial
from itertools import pairwise

from clinical.demo import allergies, notes, vitals
from clinical.demo.measures import Measures
from clinical.demo.problems import list_problem
from clinical.demo.scenarios import SCENARIOS
from reception.demo.visits import DONE

STEP_UP = 0.25
RESULTS_TAKE = 4  # days


def fill(practice, batch):
    """Write up every visit that is over; one of ten of the last days still waits for its record."""
    for visit in batch.visits:
        notes.begin(practice, visit, SCENARIOS[visit.reason.words], measures_of(practice, visit))
        if visit.stage == DONE:
            allergies.ask(practice, visit, recorded_at(practice, visit))
            dice = practice.dice("record", visit.id)
            if visit.date < practice.day(-3) or dice.random() < 0.9:
                write_up(practice, dice, visit)


def write_up(practice, dice, visit):
    scenario = SCENARIOS[visit.reason.words]
    measures = measures_of(practice, visit)
    prescribed = prescribe(practice, dice, visit, scenario)
    ordered = order_tests(practice, dice, visit, scenario, measures)
    visit.tests = len(ordered)
    vitals.take(practice, practice.dice("vitals", visit.id), visit, measures, recorded_at(practice, visit))
    list_problem(practice, visit, scenario.diagnosis, recorded_at=recorded_at(practice, visit))
    practice.writer.add(
        "ClinicalCare", visit_id=visit.id, room_id=visit.clinician.room_id,
        signs_and_symptoms=signs(dice, visit, scenario).format_map(measures),
        discharge_diagnosis=scenario.diagnosis, prescriptions="; ".join(prescribed) or None,
        tests_and_procedures="; ".join(ordered) or None, notes=dice.choice(scenario.notes),
        recorded_at=recorded_at(practice, visit),
    )  # fmt: skip


def measures_of(practice, visit):
    return Measures(practice.dice("measures", visit.id), partial(practice.dice, "body", visit.person.id))


def signs(dice, visit, scenario):
    """How it begins, or how it goes on; what passes is different every time."""
    if visit.reason.months is None:
        return dice.choice(scenario.signs)
    return dice.choice(scenario.signs[1:] or scenario.signs) if visit.nth else scenario.signs[0]


def recorded_at(practice, visit):
    minute = visit.minute + visit.reason.minutes
    if visit.date == practice.today:
        return practice.moment_today(min(minute, practice.minute - 1))
    return practice.moment(visit.date, minute)


def prescribe(practice, dice, visit, scenario):
    """Start what is due, step up what is not enough; returns each new medicine in words."""
    courses = visit.person.courses
    words = []
    for name in dict.fromkeys(medicine.name for medicine in scenario.medicines):
        steps = [medicine for medicine in scenario.medicines if medicine.name == name]
        medicine = next_step(dice, visit, courses.get(name), steps)
        if medicine is None:
            continue
        running = courses.get(name)
        if running and running["ended_on"] is None:
            running["ended_on"] = visit.date.isoformat()
        courses[name] = prescription(practice, visit, medicine)
        words.append(f"{medicine.name} {medicine.dosage}")
    return words


def next_step(dice, visit, running, steps):
    """The medicine to write now, or None to leave things as they are."""
    if running is None:
        # Much begins at the first visit, the rest as the years go by.
        begins = steps[0].days is not None or not visit.nth or dice.random() < STEP_UP
        return steps[0] if begins else None
    if running["ended_on"]:
        return steps[0]
    if dice.random() < STEP_UP and not visit.is_on_board:
        return next((later for now, later in pairwise(steps) if now.dosage == running["dosage"]), None)
    return None


def prescription(practice, visit, medicine):
    ends = [visit.date + timedelta(days=medicine.days)] if medicine.days else []
    ends = min([*ends, visit.person.died or practice.day(1)])
    return practice.writer.add(
        "Prescription", patient_id=visit.person.id, visit_id=visit.id, provider_id=visit.clinician.id,
        medication=medicine.name, dosage=medicine.dosage, instructions=medicine.instructions,
        prescribed_on=visit.date.isoformat(), ended_on=ends.isoformat() if ends <= practice.today else None,
        recorded_at=recorded_at(practice, visit),
    )  # fmt: skip


def order_tests(practice, dice, visit, scenario, measures):
    """Order the story's tests; the results of the last days are still to come. Returns their types."""
    ordered = []
    begins = not visit.nth
    for type_of_test, results in scenario.tests + (scenario.first_tests if begins else ()):
        if not begins and dice.random() < 0.4:
            continue
        is_back = visit.date < practice.day(-RESULTS_TAKE)
        practice.writer.add(
            "Test", visit_id=visit.id, type=type_of_test, date=visit.date.isoformat(),
            results=results.format_map(measures) if is_back else None, recorded_at=recorded_at(practice, visit),
        )  # fmt: skip
        ordered.append(type_of_test)
    return ordered
