"""A practice that has been open for years: each long table full of what is done with, as like Ann's rows as can be."""

from datetime import UTC, date, datetime, time, timedelta

from emr_site.tests.factories import signed
from reception.models import Patient

MANY = 2_000
# Full of the same for everybody: what a page is about is a few rows of each.
PAST = datetime(2020, 1, 1, tzinfo=UTC)


def fill_long_tables(cast, owner):
    """Copies of the cast's rows, written past the pages: of other patients, years ago, and with nothing left to do."""
    cast.call_everyone()
    days = [date(2015, 1, 1) + timedelta(days=n // 8) for n in range(MANY)]
    hours = [time(8 + n % 8) for n in range(MANY)]
    providers = [cast.okafor_provider.pk, cast.lund_provider.pk]
    users = [cast.okafor.pk, cast.lund.pk]
    of, when = {"patient_id": register(MANY)}, {"date": days, "time": hours}
    fill_charts(owner, of, when, providers, users)
    fill_desk(owner, of, when, providers, users)
    fill_waiting_list(owner, of, providers)
    analyze(owner)


def fill_charts(owner, of, when, providers, users):
    """A visit of each patient, with a signed note and what was ordered, and what is known of each."""
    visits = copies(owner, "Visit", **of, **when, provider_id=providers)
    at, days = {"visit_id": visits}, when["date"]
    notes = copies(owner, "Note", **at, started_by=users)
    copies(owner, "NoteSection", note_id=notes)
    copies(owner, "Test", **at, date=days)
    copies(owner, "Prescription", **of, **at, provider_id=providers, prescribed_on=days)
    sign(owner, notes, users)
    copies(owner, "Billing", **of, **at, billing_date=days)
    copies(owner, "VitalSigns", **of, visit_id=None)
    for table in ("Problem", "Allergy", "FamilyHistory", "SurgicalHistory", "SocialHistory"):
        copies(owner, table, **of)


def fill_desk(owner, of, when, providers, users):
    """What the desk has seen to: appointments, messages, answers, requests, likely duplicates."""
    booked = copies(owner, "Appointment", **of, **when, provider_id=providers, status="Completed")
    for table in ("Insurance", "PatientPhone", "PatientContact"):
        copies(owner, table, **of)
    copies(owner, "Message", **of, appointment_id=None, dedup_key=[f"past:{n}" for n in range(MANY)])
    owner.execute("UPDATE Message SET state = 'cancelled' WHERE dedup_key LIKE 'past:%'")
    seen = {"appointment_id": booked, "seen_to_at": PAST, "seen_to_by": users}
    copies(owner, "AppointmentAnswer", **of, **seen)
    copies(owner, "SelfCheckIn", **of, **seen)
    copies(owner, "PortalRequest", **of, answer="Yes", answered_at=PAST, answered_by=users)
    pair = {"patient_id": of["patient_id"][1:], "other_patient_id": of["patient_id"][:-1]}
    copies(owner, "PossibleDuplicate", **pair, state="different", decided_at=PAST, decided_by=users)


def register(count):
    with signed():
        Patient.objects.bulk_create(Patient(family_name=f"Name{n:04}", given_name="G") for n in range(count))
    return list(Patient.objects.filter(family_name__istartswith="Name").order_by("pk").values_list("pk", flat=True))


def fill_waiting_list(owner, of, providers):
    """Every wish was offered one time, years before anything that is booked, and was not answered."""
    moments = [datetime(2005, 1, 1, 9, tzinfo=UTC) + timedelta(days=n) for n in range(MANY)]
    when = {"date": [moment.date() for moment in moments], "time": time(9)}
    wishes = copies(owner, "WaitingRequest", **of, closed_at=PAST, closed_as="lapsed", appointment_id=None)
    slots = copies(owner, "FreedSlot", **when, provider_id=providers, done_at=PAST, done_as="filled")
    offer = {"freed_slot_id": slots, "waiting_request_id": wishes, "held_until": moments}
    copies(owner, "SlotOffer", **of, **when, **offer, provider_id=providers)
    owner.execute("UPDATE SlotOffer SET state = 'lapsed', answered_at = held_until WHERE held_until < '2020-01-01'")


def sign(owner, notes, users):
    """Every note by its author, and every tenth by a second one."""
    signed = (
        "INSERT INTO NoteSignature"
        " (note_id, kind, signed_at, signed_by, signed_by_name, signed_by_username, signed_by_role, needs_cosignature,"
        " content, sha256) VALUES (%s, %s, '2020-01-01', %s, 'x', 'x', 'x', %s, 'x', REPEAT('a', 64))"
    )
    by_author = [(note, "author", users[n % 2], n % 10 == 0) for n, note in enumerate(notes)]
    second = [(note, "cosigner", users[1 - n % 2], 0) for n, note in enumerate(notes) if n % 10 == 0]
    owner.executemany(signed, by_author + second)


def copies(owner, table, **changed):
    """Insert MANY rows like the table's first, but for the columns named; a list is gone through over and over.

    Return their keys, in the order of the rows.
    """
    columns, key = columns_of(owner, table)
    owner.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {key} LIMIT 1")
    like = dict(zip(columns, owner.fetchone(), strict=True))
    owner.execute(f"SELECT COALESCE(MAX({key}), 0) FROM {table}")
    last = owner.fetchone()[0]
    shortest = min(
        (len(value) for value in changed.values() if isinstance(value, list) and len(value) > 2), default=MANY
    )
    rows = [
        [last + 1 + n] + [taken(changed[name], n) if name in changed else like[name] for name in columns]
        for n in range(min(MANY, shortest))
    ]
    owner.executemany(
        f"INSERT INTO {table} ({key}, {', '.join(columns)}) VALUES ({', '.join(['%s'] * (len(columns) + 1))})", rows
    )
    return [row[0] for row in rows]


def columns_of(owner, table):
    """The columns that can be written, and the key, which the server would number."""
    owner.execute(
        "SELECT column_name, column_key FROM information_schema.columns WHERE table_schema = DATABASE()"
        " AND table_name = %s AND COALESCE(generation_expression, '') = '' ORDER BY ordinal_position",
        [table],
    )
    found = owner.fetchall()
    key = next(name for name, kind in found if kind == "PRI")
    return [name for name, _ in found if name != key], key


def taken(value, n):
    return value[n % len(value)] if isinstance(value, list) else value


def analyze(owner):
    owner.execute(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
    )
    for (table,) in owner.fetchall():
        owner.execute(f"ANALYZE TABLE `{table}`")
        owner.fetchall()
