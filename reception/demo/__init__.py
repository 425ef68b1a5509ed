"""What reception contributes to a demonstration: rooms, providers, patients, appointments and visits."""

from emr_site.demo.contributions import Contribution, contribute
from reception.demo import board, bulk, desk, first_system, history, messages, schedule, staff
from reception.duplicate_search import find_between


def prepare(practice):
    schedule.set_up(practice)
    staff.take_on(practice)
    first_system.move_in(practice)


def batches(practice):
    """Charts first, because the people on the board are chosen among those who have one."""
    yield from history.batches(practice)
    yield from board.batches(practice)
    yield from messages.batches(practice)
    find_between(1, practice.rich)
    desk.set_out(practice)


TABLES = (
    "Place", "Room", "Provider", "ProviderHours", "ProviderException", "Holiday", "Patient", "PatientPhone",
    "PatientContact", "PatientPhoto", "Insurance", "ConsentForm", "Consent", "AppointmentType",
    "AppointmentSeries", "Appointment", "CheckInCode", "Visit", "RoomStay", "Message", "OutboxDelivery",
    "AppointmentAnswer",
)  # fmt: skip

contribute(
    Contribution(
        room="reception",
        order=20,
        tables=TABLES,
        prepare=prepare,
        batches=batches,
        bulk=bulk.fill,
    )
)
