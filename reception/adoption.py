"""How patients, insurances, providers, rooms, appointments and visits of the first system move in."""

from datetime import date, datetime, timedelta
from itertools import groupby

from emr_site.adoption.row import SetAside, split_name
from emr_site.adoption.tables import AdoptedTable, register

PREFIXES = {"dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "nurse"}
SEXES = {"m": "male", "male": "male", "f": "female", "female": "female", "other": "other"}
USUAL_LENGTH = 15  # minutes; the first system kept no lengths
SHORTEST = 5


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
        "room_date": row.date("roomdate"),
        "managing_department": row.text("managingdepartment", limit=50),
        "room_services": row.text("roomservices"),
    }


def starts(row):
    """The provider, date and time of a booking, or None where one is missing."""
    when = row.integer("providerid"), row.date("date"), row.time("time")
    row.notes.clear()  # place() reads the same columns and says it again
    return when if None not in when else None


def set_lengths(rows):
    """Give each booking the usual length, or less where the provider's next one starts sooner."""
    live = [row for row in rows if starts(row) and (row.raw("status") or "").lower() != "cancelled"]
    for _, day in groupby(sorted(live, key=starts), key=lambda row: starts(row)[:2]):
        day = list(day)
        for row, later in zip(day, [*day[1:], None], strict=True):
            row.length = min(USUAL_LENGTH, gap(row, later)) if later else USUAL_LENGTH


def gap(row, later):
    """Minutes until the next booking; the usual length when too few are left, so that the clash is found."""
    first, second = (datetime.combine(date.min, starts(each)[2]) for each in (row, later))
    minutes = (second - first) // timedelta(minutes=1)
    return minutes if minutes >= SHORTEST else USUAL_LENGTH


def appointment(row):
    status = row.choice("status", among=("Scheduled", "Completed", "Cancelled"))
    return {
        "appointment_id": row.integer("appointmentid"),
        "patient_id": row.integer("patientid"),
        "provider_id": row.integer("providerid"),
        "date": row.date("date"),
        "time": row.time("time"),
        "duration_minutes": getattr(row, "length", USUAL_LENGTH),
        "status": status or "Scheduled",
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
    AdoptedTable("patient", "Patient", "patient_id", patient, 20, marks={"dateofbirth": "A", "dob": "B"}),
    AdoptedTable("insurance", "Insurance", "insurance_id", insurance, 30, "A"),
    AdoptedTable("provider", "Provider", "provider_id", provider, 30, marks={"specialization": "A", "specialty": "B"}),
    AdoptedTable("room", "Room", "room_id", room, 30, "A"),
    AdoptedTable("appointment", "Appointment", "appointment_id", appointment, 40, "B", prepare=set_lengths),
    AdoptedTable("visit", "Visit", "visit_id", visit, 40, marks={"dateofappointment": "A", "facility": "B"}),
    explanations={
        "insurance_patient": "The patient it belongs to is not there.",
        "appointment_patient": "The patient it belongs to is not there.",
        "appointment_provider": "The provider it belongs to is not there.",
        "visit_patient": "The patient it belongs to is not there.",
        "visit_provider": "The provider it belongs to is not there.",
        "slot_taken": "Another appointment of this provider is at the same time.",
        "visit_before_birth": "The visit is before the patient's birth.",
        "visit_in_future": "The visit is in the future.",
    },
)
