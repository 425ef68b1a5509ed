"""What the desk books by: places, kinds of appointments, closed days, somebody away, and a series."""

from datetime import date, timedelta

from emr_site.demo.practice import clock
from reception.demo.reasons import BY_WORDS, NURSE
from reception.demo.staff import AFTERNOON

PLACES = (
    ("Main building", "1 Clinic Way, Northwood", "01632 960 100"),
    ("Riverside branch", "22 Quayside, Northwood", "01632 960 180"),
)
SHORT, LONG, TREATMENT, PROCEDURE, NEW = range(1, 6)
TYPES = {
    SHORT: ("Consultation", 15, "grey", "consulting", None),
    LONG: ("Long consultation", 30, "petrol", "consulting", "Bring your medicines, or a list of them."),
    TREATMENT: ("Treatment room", 15, "amber", "treatment", "Wear sleeves that roll up."),
    PROCEDURE: ("Procedure", 45, "violet", "procedure", "Eat nothing in the six hours before. Water is fine."),
    NEW: ("New patient", 30, "green", "consulting", "Bring your insurance card and the letters of other clinics."),
}
CLOSED = ((12, 25, "Christmas Day"), (12, 26, "Boxing Day"), (1, 1, "New Year's Day"))
WOUND_TIMES, WOUND_MINUTE = 6, 11 * 60


def set_up(practice):
    """Add places, kinds and closed days. Nothing is closed in the days that the board shows."""
    for number, (name, address, phone) in enumerate(PLACES, start=1):
        practice.writer.add("Place", place_id=number, name=name, address=address, phone=phone)
    for number, (name, length, colour, room_kind, preparation) in TYPES.items():
        practice.writer.add(
            "AppointmentType", appointment_type_id=number, name=name, duration_minutes=length, colour=colour,
            room_kind=room_kind, preparation=preparation,
        )  # fmt: skip
    for year in (practice.today.year, practice.today.year + 1):
        for month, day, name in CLOSED:
            if date(year, month, day) > practice.day(21):
                practice.writer.add("Holiday", date=date(year, month, day).isoformat(), name=name)


def kind_of(reason):
    """The type that an appointment for this reason has."""
    if reason.specialization == NURSE:
        return TREATMENT
    return PROCEDURE if reason.minutes >= 45 else LONG if reason.minutes >= 30 else SHORT


def send_away(practice):
    """Somebody has an afternoon of training next week, and nobody is booked into it."""
    clinician, day = practice.shelf["clinicians"][1], practice.day(7)
    day += timedelta(days=(3 - day.weekday()) % 7)  # a Thursday
    starts, ends = AFTERNOON
    practice.writer.add(
        "ProviderException", provider_id=clinician.id, kind="away", first_day=day.isoformat(),
        last_day=day.isoformat(), starts=clock(starts), ends=clock(ends), reason="Training",
    )  # fmt: skip
    practice.shelf["diary"].take(clinician, day, starts, ends - starts)


def book_series(practice, person):
    """A wound is dressed in the treatment room every week, six times."""
    nurse = next(one for one in practice.shelf["clinicians"] if one.specialization == NURSE)
    reason, diary = BY_WORDS["Wound check"], practice.shelf["diary"]
    first = practice.day(1)
    first += timedelta(days=(1 - first.weekday()) % 7)  # a Tuesday
    practice.writer.add(
        "AppointmentSeries", appointment_series_id=1, patient_id=person.id, times=WOUND_TIMES,
        booked_at=practice.moment(practice.day(-1), 600),
    )  # fmt: skip
    for week in range(WOUND_TIMES):
        day = first + timedelta(weeks=week)
        diary.take(nurse, day, WOUND_MINUTE, reason.minutes)
        yield nurse, day, WOUND_MINUTE, reason
