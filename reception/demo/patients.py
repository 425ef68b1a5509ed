"""People: who they are, where they live and who pays for them."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from emr_site.demo.names import some_name
from emr_site.demo.practice import age_on
from reception.demo import demographics

STREETS = (
    "Mill Lane", "Elm Street", "Station Road", "Church Walk", "Harbour View", "Orchard Close", "Quarry Hill",
    "Victoria Terrace", "Weaver's Yard", "Canal Side", "Northgate", "Saint Anne's Road", "Beech Avenue", "The Shambles",
)  # fmt: skip
TOWNS = ("Northgate", "Ashby Moor", "Little Thornton", "Kelvedon Wharf", "Saint Brannock", "Upper Wick")
INSURERS = (
    "Allied Mutual", "UnitedHealth", "Blue Cross", "Humana", "Kaiser Permanente", "Aetna", "Blue Shield",
    "Northern Friendly Society", "Harbour Health", "Caisse Primaire",
)  # fmt: skip
WRITTEN_GENDER = {"female": "Female", "male": "Male", "other": "Non-binary", "unknown": None}
# Years of age and how many of a hundred people are so old.
AGES = ((0, 5, 8), (5, 16, 12), (16, 30, 16), (30, 45, 19), (45, 60, 18), (60, 75, 16), (75, 90, 9), (90, 103, 2))


@dataclass(slots=True)
class Person:
    """A patient; `lasting` are the reasons they keep coming for, `courses` the medicines those have begun."""

    id: int
    given: str
    family: str
    born: date | None
    sex: str
    gender: str | None = None
    preferred: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    emergency_contact: str | None = None
    emergency_phone: str | None = None
    died: date | None = None
    left: date | None = None
    unknown_since: datetime | None = None
    name_is_whole: bool = False
    insured: bool = False
    lasting: tuple = ()
    courses: dict = field(default_factory=dict)

    def age(self, day):
        return age_on(day, self.born)

    @property
    def is_here(self):
        return self.died is None and self.left is None

    def add(self, practice, *, user_id=None):
        """Put the person's row among those to be written."""
        registered = max(self.born or date.min, practice.day(-3650 + 11 * (self.id % 200)))
        registered_at = practice.moment(min(registered, practice.today), 10 * 60)
        dice = practice.dice("demographics", self.id)
        more = {} if self.unknown_since else demographics.of_person(self, dice)
        more |= demographics.of_address(self.address, TOWNS, dice)
        row = practice.writer.add(
            "Patient", patient_id=self.id, family_name=self.family, given_name=self.given,
            preferred_name=self.preferred, date_of_birth=self.born and self.born.isoformat(), sex=self.sex,
            gender=self.gender, phone_number=self.phone, email=self.email, emergency_contact=self.emergency_contact,
            emergency_phone=self.emergency_phone, unknown_since=self.unknown_since, **more,
            deceased_on=self.died and self.died.isoformat(),
            deactivated_at=self.left and practice.moment(self.left, 16 * 60), user_id=user_id,
            registered_at=self.unknown_since or registered_at,
        )  # fmt: skip
        if not self.unknown_since:
            demographics.surround(practice, self, dice, some_phone)
        return row


def some_person(practice, dice, person_id):
    """Anybody: a name from anywhere, an age as in a town, now and then somebody who died or moved away."""
    female = dice.random() < 0.52
    given, family = some_name(dice, female=female)
    sex = ("female" if female else "male") if dice.random() < 0.985 else dice.choice(("other", "unknown"))
    person = Person(
        person_id, given, family, some_birth(practice.today, dice), sex, WRITTEN_GENDER[sex],
        insured=dice.random() < 0.86,
    )  # fmt: skip
    settle(person, dice)
    age = person.age(practice.today)
    if dice.random() < (0.12 if age > 80 else 0.008):
        person.died = max(person.born, practice.day(-dice.randint(20, 900)))
    elif dice.random() < 0.03:
        person.left = max(person.born, practice.day(-dice.randint(20, 900)))
    return person


def some_birth(today, dice):
    youngest, oldest, _ = dice.choices(AGES, [share for *_, share in AGES])[0]
    return today - timedelta(days=dice.randint(youngest * 365 + 7, oldest * 365))


def settle(person, dice):
    """Give an address, a telephone and someone to call, unless the person brought them along."""
    town = dice.choice(TOWNS)
    if person.address is None:
        person.address = f"{dice.randint(1, 180)} {dice.choice(STREETS)}, {town}"
    if person.phone is None and dice.random() < 0.96:
        person.phone = some_phone(dice)
    if person.email is None and dice.random() < 0.55:
        person.email = f"patient{person.id}@example.org"
    if person.emergency_contact is None and dice.random() < 0.8:
        given, _ = some_name(dice, female=dice.random() < 0.5)
        person.emergency_contact = f"{given} {person.family}"[:100]
        person.emergency_phone = some_phone(dice)


def some_phone(dice):
    """A number that no exchange has given out, written as people write them."""
    middle, end = dice.randint(200, 999), dice.randint(0, 9999)
    form = dice.choice(("555-{}-{:04}", "(555) {}-{:04}", "555 {} {:04}", "+1 555 {} {:04}", "555.{}.{:04}"))
    return form.format(middle, end)


def insure(practice, person, dice):
    """One insurance for most, sometimes an earlier or a second one."""
    if not person.insured:
        return
    starts = max(person.born or date.min, practice.day(-dice.randint(100, 2500)))
    if dice.random() < 0.12 and starts > practice.day(-1000):
        add_insurance(
            practice, person.id, some_plan(dice), member_number=some_member(dice),
            starts_on=max(person.born or date.min, starts - timedelta(days=800)), ends_on=starts,
        )  # fmt: skip
    holder = ("parent", person.emergency_contact) if is_child(practice, person) and person.emergency_contact else None
    add_insurance(
        practice, person.id, some_plan(dice), member_number=some_member(dice), starts_on=starts, holder=holder
    )
    if dice.random() < 0.06:
        add_insurance(practice, person.id, some_plan(dice), member_number=some_member(dice), starts_on=starts)


def is_child(practice, person):
    return person.age(practice.today) < 18


def some_plan(dice):
    return f"{dice.choice(INSURERS)} - Plan {dice.randint(10000, 99999)}"


def some_member(dice):
    return f"{dice.choice('ABCDEFGHKLMNPRSTUVWXYZ')}{dice.randint(10**8, 10**9 - 1)}"


def add_insurance(practice, patient_id, details, *, member_number=None, starts_on=None, ends_on=None, holder=None):
    """An insurance, of the patient's own unless it has a holder: (relation, name)."""
    relation, name = holder or ("self", None)
    practice.writer.add(
        "Insurance", patient_id=patient_id, insurance_details=details, member_number=member_number,
        holder_relation=relation, holder_name=name,
        starts_on=starts_on and starts_on.isoformat(), ends_on=ends_on and ends_on.isoformat(),
    )  # fmt: skip
