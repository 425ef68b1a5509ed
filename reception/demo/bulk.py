"""A chunk of a very large practice: people with little history, written as fast as the rules allow."""

from datetime import timedelta

from emr_site.demo.names import some_name
from emr_site.demo.practice import age_on
from reception.demo.demographics import FOREIGN, LANGUAGES
from reception.demo.patients import (
    STREETS,
    TOWNS,
    WRITTEN_GENDER,
    some_birth,
    some_member,
    some_phone,
    some_plan,
)  # fmt: skip
from reception.demo.reasons import passing
from reception.demo.visits import FACILITIES

PATIENT = (
    "patient_id", "family_name", "given_name", "date_of_birth", "sex", "gender", "phone_number", "phone_kind",
    "email", "address", "city", "country_code", "language", "registered_at",
)  # fmt: skip
INSURANCE = ("patient_id", "insurance_details", "member_number", "starts_on")
VISIT = ("visit_id", "patient_id", "provider_id", "date", "time", "reason", "facility")
INSURED = 0.8
SINCE = 1500  # days


def fill(practice, chunk):
    """Add the chunk's patients, insurances and as many visits as patients, drawn at random among them."""
    dice = practice.dice("bulk", chunk.number)
    people = [some_patient(practice, dice, chunk.first_patient + n) for n in range(chunk.size)]
    chunk.insert("Patient", PATIENT, [row for row, _ in people])
    insured = [some_insurance(practice, dice, row[0], born) for row, born in people if dice.random() < INSURED]
    chunk.insert("Insurance", INSURANCE, insured)
    chunk.visits = [some_visit(practice, dice, chunk.first_visit + n, *dice.choice(people)) for n in range(chunk.size)]
    chunk.insert("Visit", VISIT, [row for row, _ in chunk.visits])


def some_patient(practice, dice, patient_id):
    female = dice.random() < 0.52
    given, family = some_name(dice, female=female)
    born = some_birth(practice.today, dice)
    sex = "female" if female else "male"
    row = (
        patient_id, family, given, born.isoformat(), sex, WRITTEN_GENDER[sex], some_phone(dice),
        "mobile", f"patient{patient_id}@example.org", f"{dice.randint(1, 180)} {dice.choice(STREETS)}",
        dice.choice(TOWNS), "GB", "en" if dice.random() > FOREIGN else dice.choice(LANGUAGES),
        practice.moment(practice.day(-dice.randint(1, SINCE)), 600),
    )  # fmt: skip
    return row, born


def some_insurance(practice, dice, patient_id, born):
    starts = max(born, practice.day(-dice.randint(100, SINCE)))
    return patient_id, some_plan(dice), some_member(dice), starts.isoformat()


def some_visit(practice, dice, visit_id, patient, born):
    """A visit since the patient's birth, for what passes, with somebody of the right speciality."""
    lived = (practice.today - born).days
    day = practice.today - timedelta(days=dice.randint(2, max(2, min(lived, SINCE))))
    reason, provider_id = fitting_reason(practice, dice, age_on(day, born), patient[4])
    time = f"{dice.randint(8, 16):02d}:{dice.choice(('00', '15', '30', '45'))}:00"
    row = (visit_id, patient[0], provider_id, day.isoformat(), time, reason.words, dice.choice(FACILITIES))
    return row, reason


def fitting_reason(practice, dice, age, sex):
    reason = dice.choice(passing(age, sex))
    return reason, dice.choice(practice.shelf["providers"][reason.specialization])
