"""The sample rows of the first system, under the ids and names they always had."""

from datetime import date

from emr_site.demo.first_system import sample_rows
from reception.demo.patients import Person, add_insurance

TITLES = ("Dr.", "Prof.", "Nurse")
# What their later visits are for.
LASTING = {
    1: ("Migraine",), 2: ("Epilepsy review",), 5: ("High blood pressure review",), 6: ("Memory problems",),
    7: ("Knee pain", "Thyroid review"), 8: ("Acne",),
}  # fmt: skip


def move_in(practice):
    """Add the first system's rooms, providers, patients, insurances and visits; patient1 is the first patient."""
    for row in sample_rows("room"):
        practice.writer.add("Room", **{column: value or None for column, value in row.items()})
    specializations = {}
    for row in sample_rows("provider"):
        specializations[int(row["provider_id"])] = row["specialization"]
        add_provider(practice, row)
    for clinician in practice.shelf["clinicians"]:
        clinician.specialization = clinician.specialization or specializations[clinician.id]
    practice.shelf["providers"] = {}
    for clinician in practice.shelf["clinicians"]:
        practice.shelf["providers"].setdefault(clinician.specialization, []).append(clinician.id)
    people = [person_of(row) for row in sample_rows("patient")]
    for person in people:
        practice.reserve("Patient", person.id)
        person.add(practice, user_id=practice.shelf["users"].get("patient1") if person.id == 1 else None)
    for row in sample_rows("insurance"):
        add_insurance(practice, row["patient_id"], row["insurance_details"], starts_on=date(2015, 1, 1))
    for row in sample_rows("visit"):
        add_visit(practice, row)
    practice.shelf["first people"] = people


def parts_of(name):
    """(title, given name, family name) of a name written as one: the family name is its last word."""
    title, *rest = name.split()
    if title not in TITLES:
        title, rest = "", [title, *rest]
    return title, " ".join(rest[:-1]), rest[-1]


def add_provider(practice, row):
    prefix, given, family = parts_of(row["name"])
    practice.writer.add(
        "Provider", provider_id=row["provider_id"], prefix=prefix, family_name=family, given_name=given,
        specialization=row["specialization"], department=row["department"] or None, contact=row["contact"],
        deactivated_at=None, user_id=None,
    )  # fmt: skip


def person_of(row):
    _, given, family = parts_of(row["name"])
    return Person(
        id=int(row["patient_id"]), given=given, family=family, born=date.fromisoformat(row["date_of_birth"]),
        sex=row["gender"].lower(), gender=row["gender"], phone=row["phone_number"], address=row["address"],
        emergency_contact=row["emergency_contact"], insured=True,
        name_is_whole=True, lasting=LASTING.get(int(row["patient_id"]), ()),
    )  # fmt: skip


def add_visit(practice, row):
    practice.reserve("Visit", int(row["visit_id"]))
    practice.writer.add(
        "Visit", visit_id=row["visit_id"], patient_id=row["patient_id"], provider_id=row["provider_id"],
        date=row["date_of_appointment"], time=row["time_of_appointment"], reason=row["reason"],
    )  # fmt: skip
