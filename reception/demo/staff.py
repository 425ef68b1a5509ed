"""The rooms, those who see patients in them, and their usual week."""

from dataclasses import dataclass

from emr_site.demo.practice import clock
from reception.demo import reasons

MAIN_BUILDING = 1
ALL_WEEK, WEEKDAYS = range(7), range(5)
MORNING, AFTERNOON = (8 * 60, 12 * 60 + 30), (13 * 60 + 15, 17 * 60)
ROOMS = (
    (201, "Family Medicine", "Consultation, minor procedures", "consulting"),
    (202, "Cardiology", "Consultation, ECG, echocardiography", "procedure"),
    (203, "Paediatrics", "Consultation, child health, vaccination", "consulting"),
    (204, "Treatment Room", "Bloods, dressings, vaccination, spirometry", "treatment"),
)
# given, family, title, speciality, department, contact, room number, days, sign-in
CORE = (
    ("Maya", "Chen", "Dr.", reasons.GENERAL, "Family Medicine", "ext. 201", 201, ALL_WEEK, "doctor1"),
    ("Samuel", "Ortiz", "Dr.", reasons.HEART, "Cardiology", "ext. 202", 202, WEEKDAYS, None),
    ("Priya", "Raman", "Dr.", reasons.CHILDREN, "Paediatrics", "ext. 203", 203, ALL_WEEK, None),
    ("Grace", "Adeyemi", "Nurse", reasons.NURSE, "Treatment Room", "ext. 204", 204, ALL_WEEK, "nurse1"),
)
RETIRED = ("Henrik", "Ångström-Whitaker", "Dr.", reasons.GENERAL, "Family Medicine", None)
# The providers of the first system come one or two days a week: provider_id, room_id, days.
VISITING = (
    (1, 3, (0,)), (2, 2, (1,)), (3, 1, (0,)), (4, 6, (1, 3)), (5, 5, (2,)), (6, 7, (4,)), (7, 4, (3,)), (8, 8, (2,)),
)  # fmt: skip


@dataclass
class Clinician:
    """A provider with what booking needs to know: stretches are (first minute, last minute) of a day."""

    id: int
    specialization: str
    room_id: int
    weekdays: tuple
    stretches: tuple = (MORNING, AFTERNOON)


def take_on(practice):
    """Add the practice's own rooms and providers, and the hours of all; leave them on the shelf."""
    # The first eight rooms and providers are those of the first system.
    practice.reserve("Room", 8)
    practice.reserve("Provider", 8)
    rooms = {number: add_room(practice, number, *about) for number, *about in ROOMS}
    clinicians = [add_provider(practice, rooms, *one) for one in CORE]
    clinicians += [Clinician(number, None, room, days) for number, room, days in VISITING]
    for clinician in clinicians:
        add_hours(practice, clinician)
    given, family, prefix, specialization, department, contact = RETIRED
    provider_row(
        practice, given, family, prefix, specialization, department, contact,
        deactivated_at=practice.moment(practice.day(-400), 17 * 60),
    )  # fmt: skip
    practice.shelf["clinicians"] = clinicians  # those of the first system learn their speciality when they move in


def add_room(practice, number, department, services, room_kind):
    room_id = practice.new_id("Room")
    practice.writer.add(
        "Room", room_id=room_id, room_number=number, room_date=practice.day(-1500).isoformat(),
        managing_department=department, room_services=services, place_id=MAIN_BUILDING, room_kind=room_kind,
    )  # fmt: skip
    return room_id


def add_provider(practice, rooms, given, family, prefix, specialization, department, contact, room, days, login):
    user_id = practice.shelf["users"].get(login)
    row = provider_row(practice, given, family, prefix, specialization, department, contact, user_id=user_id)
    return Clinician(row["provider_id"], specialization, rooms[room], tuple(days))


def provider_row(
    practice, given, family, prefix, specialization, department, contact, *, user_id=None, deactivated_at=None
):
    return practice.writer.add(
        "Provider", provider_id=practice.new_id("Provider"), prefix=prefix, family_name=family, given_name=given,
        specialization=specialization, department=department, contact=contact, deactivated_at=deactivated_at,
        user_id=user_id,
    )  # fmt: skip


def add_hours(practice, clinician):
    for weekday in clinician.weekdays:
        for starts, ends in clinician.stretches:
            practice.writer.add(
                "ProviderHours", provider_id=clinician.id, weekday=weekday, starts=clock(starts), ends=clock(ends),
                place_id=MAIN_BUILDING, room_id=clinician.room_id,
            )  # fmt: skip
