"""How patients, insurances, providers, rooms, appointments and visits of the first system move in."""

from datetime import date, datetime, time, timedelta
from itertools import groupby

from emr_site.adoption.row import SetAside, note_if_in_future, split_name
from emr_site.adoption.tables import AdoptedTable, register

PREFIXES = {"dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "nurse"}
SEXES = {"m": "male", "male": "male", "f": "female", "female": "female", "other": "other"}
USUAL_LENGTH = 15  # minutes; the first system kept no lengths
SHORTEST = 5
STATUSES = ("Scheduled", "Completed", "Cancelled")


def name_parts(row, *, columns=("name",)):
    """The given and family name; a missing one is said, not invented."""
    name = row.text(*columns, limit=200)
    if name is None:
        row.note("name_missing", "The name is missing; it reads “Name not recorded” until somebody knows it.")
        return "", "Name not recorded"
    given, family = split_name(name)
    if f"{given} {family}".strip() != name:
        row.note("name_spacing", "The name's spaces were tidied.")
    return given, family


def gender(row):
    """The written gender as it was, and the administrative sex when the word is plain."""
    written = row.text("gender", limit=50)
    sex = SEXES.get((written or "").strip().lower(), "unknown")
    if written and not any(letter.isalpha() for letter in written):
        row.note("gender_unreadable", "The gender is no word; sex and gender read “Not recorded”.")
        return None, "unknown"
    return written, sex


def birth_date(row):
    born = row.date("dateofbirth", "dob")
    if born and not date(1850, 1, 1) <= born <= date.today():
        row.note(
            "birth_date_implausible",
            "The birth date is in the future or too long ago; it reads “Not recorded”.",
        )
        return None
    return born


def patient(row):
    given, family = name_parts(row)
    written, sex = gender(row)
    return {
        "patient_id": row.integer("patientid"),
        "family_name": family,
        "given_name": given,
        "date_of_birth": birth_date(row),
        "sex": sex,
        "gender": written,
        "phone_number": row.text("phonenumber", "contactdetails", limit=30),
        "emergency_contact": row.text("emergencycontact", limit=100),
        "address": row.text("address", limit=255),
    }


def insurance(row):
    return {
        "insurance_id": row.integer("insuranceid"),
        "patient_id": row.integer("patientid"),
        "insurance_details": row.text("insurancedetails", limit=255),
    }


def provider(row):
    given, family = name_parts(row)
    prefix, _, rest = given.partition(" ")
    if prefix.lower() in PREFIXES:
        given = rest
    else:
        prefix = ""
    return {
        "provider_id": row.integer("providerid"),
        "prefix": prefix,
        "given_name": given,
        "family_name": family,
        "specialization": row.text("specialization", "specialty", limit=100),
        "contact": row.text("contact", "contactdetails", limit=100),
        "department": row.text("department", limit=100),
    }


def room(row):
    return {
        "room_id": row.integer("roomid"),
        "room_number": row.integer("roomnumber"),
        "room_date": note_if_in_future(row, row.date("roomdate")),
        "managing_department": row.text("managingdepartment", limit=50),
        "room_services": row.text("roomservices"),
    }


def starts(row):
    """The provider, date and time of a booking, or None where one is missing."""
    said = len(row.notes)
    when = row.integer("providerid"), row.date("date"), row.time("time")
    del row.notes[said:]  # place() reads the same columns and says it again
    return when if None not in when else None


def set_lengths(rows):
    """Give each booking the usual length, or less where the provider's next one starts sooner."""
    rows = list(rows)
    live = [row for row in rows if starts(row) and (row.raw("status") or "").lower() != "cancelled"]
    for _, day in groupby(sorted(live, key=starts), key=lambda row: starts(row)[:2]):
        day = list(day)
        for place, row in enumerate(day):
            row.length = min([USUAL_LENGTH, *gaps(row, day[place + 1 :])])
    return rows


def gaps(row, later):
    """Minutes until midnight and until each later booking that leaves enough of them: the others are clashes."""
    begins = datetime.combine(date.min, starts(row)[2])
    others = [datetime.combine(date.min, starts(each)[2]) for each in later[:USUAL_LENGTH]]
    midnight = datetime.combine(date.min, time.min) + timedelta(days=1)
    minutes = [(other - begins) // timedelta(minutes=1) for other in [*others, midnight]]
    return [each for each in minutes if each >= SHORTEST]


def appointment(row):
    return {
        "appointment_id": row.integer("appointmentid"),
        "patient_id": row.integer("patientid"),
        "provider_id": row.integer("providerid"),
        "date": row.date("date"),
        "time": row.time("time"),
        "duration_minutes": getattr(row, "length", USUAL_LENGTH),
        "status": row.choice("status", among=STATUSES, otherwise="Scheduled"),
    }


def visit(row):
    when = row.date("dateofappointment", "date")
    if when is None:
        raise SetAside("visit_date_missing", "A visit needs the day on which it was.")
    return {
        "visit_id": row.integer("visitid"),
        "patient_id": row.integer("patientid"),
        "provider_id": row.integer("providerid"),
        "date": when,
        "time": row.time("timeofappointment", "time"),
        "reason": row.text("reason"),
        "facility": row.text("facility", limit=100),
    }


register(
    AdoptedTable(
        "patient",
        "Patient",
        "patient_id",
        patient,
        20,
        marks={"dateofbirth": "A", "dob": "B"},
        optional={"patient_main_phone_is_one": "phone_number"},
    ),
    AdoptedTable("insurance", "Insurance", "insurance_id", insurance, 30, "A"),
    AdoptedTable("provider", "Provider", "provider_id", provider, 30, marks={"specialization": "A", "specialty": "B"}),
    AdoptedTable("room", "Room", "room_id", room, 30, "A"),
    AdoptedTable("appointment", "Appointment", "appointment_id", appointment, 40, "B", prepare=set_lengths),
    AdoptedTable("visit", "Visit", "visit_id", visit, 40, marks={"dateofappointment": "A", "facility": "B"}),
    explanations={
        "patient_main_phone_is_one": "What stands for the phone is no phone number; the phone reads “Not recorded”.",
        "room_number_positive": "The room's number is not positive.",
        "appointment_within_one_day": "It would end after midnight.",
        "insurance_patient": "The patient it belongs to is not there.",
        "appointment_patient": "The patient it belongs to is not there.",
        "appointment_provider": "The provider it belongs to is not there.",
        # The provider's day is locked first, so that its key speaks before the appointment's.
        "provider_day_provider": "The provider it belongs to is not there.",
        "visit_patient": "The patient it belongs to is not there.",
        "visit_provider": "The provider it belongs to is not there.",
        "slot_taken": "Another appointment of this provider is at the same time.",
        "appointment_not_yet": "It is completed, and on a day to come.",
        "visit_before_birth": "The visit is before the patient's birth.",
        "visit_in_future": "The visit is in the future.",
    },
)
