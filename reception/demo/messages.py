"""What patients were written about the days to come, what did not arrive, and what they answered."""

from datetime import timedelta

from emr_site.demo.practice import utc
from reception.demo.visits import Batch
from reception.models import Appointment, Channel, Purpose
from reception.models.appointments import TO_COME, Status
from reception.outbox.quiet import after_quiet_hours
from reception.outbox.reminders import key_of, starts_at, way_to
from reception.outbox.words import fill_in, template_for, values_of

LEAD = 48  # hours, as the settings have it
WRITER = "seed_demo"
NEWS, NEWS_THAT_WAITS, CALLED_OFF = 24, 4, 6
UNCLEAR, FAILED = 2, (3, 11)  # which of the reminders, by the clock
WHY_FAILED = {
    Channel.SMS: "The text message service refused it (400).",
    Channel.EMAIL: "The mail server refused it (550).",
}
BROKEN = "The connection broke while it was being sent."
WISHES = ("Any afternoon after 15:00", "Not on a Monday, please", "The week after would suit me better")


def batches(practice):
    """One batch without visits: the messages tell of appointments that are written by now."""
    rows = Appointment.objects.select_related("patient", "provider").prefetch_related("patient__phones")
    rows = rows.filter(date__range=(practice.today, practice.day(14))).order_by("date", "time", "id")
    to_come = [row for row in rows if starts_at(row.date, row.time) > practice.now]
    awaited = [row for row in to_come if row.status in TO_COME]
    soon = [row for row in awaited if starts_at(row.date, row.time) - practice.now <= timedelta(hours=LEAD)]
    remind(practice, soon)
    later = [row for row in awaited if row not in soon]
    tell(practice, later[:NEWS], [row for row in to_come if row.status == Status.CANCELLED][:CALLED_OFF])
    answer(practice, soon, later)
    yield Batch()


def remind(practice, soon):
    """Most arrived; a few failed, and of one nobody knows."""
    for number, row in enumerate(soon, start=1):
        due = after_quiet_hours(starts_at(row.date, row.time) - timedelta(hours=LEAD))
        became = "unclear" if number == UNCLEAR else "failed" if number in FAILED else "sent"
        state = "queued" if due > practice.now else became
        write(practice, row, "appointment_reminder", key_of(row, LEAD), due, state)


def tell(practice, booked, cancelled):
    """The last to be booked called in the evening, and hear of it tomorrow."""
    tomorrow = after_quiet_hours(practice.now + timedelta(days=1))
    for number, row in enumerate(booked):
        waits = number >= len(booked) - NEWS_THAT_WAITS
        key = f"{Purpose.BOOKED}:{row.pk}:{WRITER}"
        write(practice, row, Purpose.BOOKED, key, tomorrow if waits else row.booked_at, "queued" if waits else "sent")
    for row in cancelled:
        write(practice, row, Purpose.CANCELLED, f"{Purpose.CANCELLED}:{row.pk}:{WRITER}", practice.now, "sent")


def answer(practice, soon, later):
    for row in soon:
        if row.status == Status.CONFIRMED and row.pk % 2:
            note(practice, row, "confirmed", None)
    for row, words in zip(later, WISHES, strict=False):
        note(practice, row, "another_time", words)


def note(practice, row, said, words):
    practice.writer.add(
        "AppointmentAnswer", answer_id=practice.new_id("AppointmentAnswer"), appointment_id=row.pk,
        patient_id=row.patient_id, answer=said, words=words, answered_at=utc(practice.now - timedelta(hours=1)),
    )  # fmt: skip


def write(practice, row, purpose, key, due, state):
    """Queue a message, as the database asks, and take it where it has come to."""
    way = way_to(row.patient, set())
    words = way and template_for(purpose, way[0], row.patient.language)
    if not words:
        return
    message_id, moment = practice.new_id("Message"), utc(due)
    values = values_of(row, words.language) | {"code": code_for(practice, row) if "{code}" in words.body else ""}
    practice.writer.add(
        "Message", message_id=message_id, patient_id=row.patient_id, appointment_id=row.pk, purpose=purpose,
        channel=words.channel, recipient=way[1], language=words.language, dedup_key=key, not_before=moment,
        about_date=row.date.isoformat(), about_time=row.time.isoformat(), about_provider_id=row.provider_id,
        subject=fill_in(words.subject, values), body=fill_in(words.body, values),
        created_at=utc(min(due, practice.now)),
    )  # fmt: skip
    if state != "queued":
        send(practice, message_id, row.patient_id, moment, state, WHY_FAILED[way[0]])


def code_for(practice, row):
    """A code for the door, the same whenever the same practice is made; 7919 shares no factor with a million."""
    code = f"{row.pk * 7919 % 10**6:06}"
    practice.writer.add(
        "CheckInCode", appointment_id=row.pk, patient_id=row.patient_id, date=row.date.isoformat(), code=code,
        made_at=utc(practice.now),
    )  # fmt: skip
    return code


def send(practice, message_id, patient_id, moment, state, why):
    """Claimed, and then what became of it; the words are the same for many, so that they are one statement."""
    move = practice.writer.move
    claimed = f"claimed_at = not_before, claimed_by = '{WRITER}', attempts = 1"
    move(f"UPDATE Message SET state = 'sending', {claimed} WHERE message_id IN %s", message_id)
    if state == "sent":
        became = "sent_at = not_before, transport_id = CONCAT('outbox-', message_id)"
        practice.writer.add(
            "OutboxDelivery", delivery_id=message_id, message_id=message_id, patient_id=patient_id, delivered_at=moment
        )  # fmt: skip
    else:
        became = f"last_error = '{BROKEN if state == 'unclear' else why}'"
    move(f"UPDATE Message SET state = '{state}', {became} WHERE message_id IN %s", message_id)
