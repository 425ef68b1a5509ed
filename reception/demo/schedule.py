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
CONSENTS = (
    (
        1,
        "privacy",
        "Privacy notice",
        "2",
        True,
        "We keep your record to treat you, and show it to nobody who does not.",
    ),
    (2, "treatment", "Treatment", "1", True, "I agree to be examined and treated here, and may say no at any time."),
    (3, "messages", "E-mail and text messages", "1", False, "You may write to me about my appointments."),
)
CLOSED = ((12, 25, "Christmas Day"), (12, 26, "Boxing Day"), (1, 1, "New Year's Day"))
MESSAGES = 3  # the form that people say no to
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
    for number, code, title, version, is_required, body in CONSENTS:
        practice.writer.add(
            "ConsentForm", consent_form_id=number, code=code, title=title, version=version, body=body,
            is_required=is_required, starts_on=practice.day(-900).isoformat(),
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


def sign(practice, person):
    """Most have answered what is asked of all; a few were never asked, or only in part."""
    dice = practice.dice("consents", person.id)
    for (
        number,
        *_,
    ) in CONSENTS:
        if dice.random() < 0.92:
            signed_at = practice.moment(practice.day(-dice.randint(3, 700)), 600)
            practice.writer.add(
                "Consent", patient_id=person.id, consent_form_id=number,
                decision="refused" if number == MESSAGES and dice.random() < 0.3 else "agreed",
                signed_at=signed_at, recorded_at=signed_at,
                signed_by_name=f"{person.given} {person.family}".strip(), method=dice.choice(("paper", "screen")),
            )  # fmt: skip
