"""A patient checks in alone: a code and a date of birth open one page of one appointment, for half an hour."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.db import transaction
from django.utils import timezone

from emr_site.refusals import code_of_refusal
from reception import consents, procedures
from reception.messages import MESSAGES
from reception.models import Appointment, CheckInCode, ConsentForm, SelfCheckIn
from reception.models.appointments import IN_BUILDING, Status

SIGNER = {"salt": "reception.self_check_in", "sep": "."}
OPEN_S = 1800
DRAWS = 20  # of a code that nobody else of the day has


def code_of(appointment):
    """The code of an appointment; one that has moved to another day, or whose code is locked, gets a new one."""
    found = CheckInCode.objects.filter(appointment=appointment).first()
    if found and found.date == appointment.date and not found.is_locked:
        return found.code
    for _ in range(DRAWS):
        code = f"{secrets.randbelow(10**6):06}"
        if code_of_refusal(lambda code=code: keep_code(appointment, code), MESSAGES) is None:
            return code
    raise RuntimeError("No free check-in code was drawn")


def known_code(appointment):
    """The code that the patient was told; None when none was made yet, and when it opens nothing any more."""
    found = CheckInCode.objects.filter(appointment=appointment, date=appointment.date).first()
    return found.code if found and not found.is_locked else None


def keep_code(appointment, code):
    fresh = {"date": appointment.date, "code": code, "tries": 0, "made_at": timezone.now()}
    known = {"appointment": appointment, "patient_id": appointment.patient_id}
    CheckInCode.objects.update_or_create(appointment=appointment, defaults=fresh, create_defaults=known | fresh)


def identify(born, code):
    """The appointment of today that code and date of birth open; None otherwise. A wrong date counts as a try.

    The code is locked while it is tried: who tries many dates at once has no more tries than one after the other.
    """
    with transaction.atomic():
        rows = CheckInCode.objects.select_for_update().filter(date=timezone.localdate(), code=code)
        row = rows.first()
        if row is None or row.is_locked or row.appointment.date != row.date:
            return None
        if born is None or row.patient.date_of_birth != born:
            CheckInCode.objects.filter(pk=row.pk).update(tries=row.tries + 1)
            return None
        return row.appointment


def token_of(appointment):
    return TimestampSigner(**SIGNER).sign(f"{appointment.pk}-{appointment.patient_id}")


def read(token):
    """The appointment of a token that is not half an hour old; None otherwise."""
    try:
        appointment_id, patient_id = map(int, TimestampSigner(**SIGNER).unsign(token, max_age=OPEN_S).split("-"))
    except (BadSignature, ValueError):
        return None
    rows = Appointment.objects.select_related("patient", "provider")
    return rows.filter(pk=appointment_id, patient_id=patient_id, date=timezone.localdate()).first()


def is_here(appointment):
    return appointment.status in (*IN_BUILDING, Status.COMPLETED)


def opens_at(appointment):
    """From when on a patient checks in alone: who is not on the way yet would be called while nobody is there."""
    begins = datetime.combine(appointment.date, appointment.time, tzinfo=timezone.get_default_timezone())
    return timezone.localtime(begins - timedelta(minutes=settings.CHECK_IN_LEAD_MINUTES))


def is_too_early(appointment):
    return appointment.is_to_come and timezone.now() < opens_at(appointment)


def asked_consents(patient):
    """The required forms that the patient has not answered."""
    answered = patient.consents.live().values("consent_form")
    return list(ConsentForm.objects.live().filter(is_required=True).exclude(pk__in=answered))


def arrive(appointment, *, seen, information, decisions, signed_by, insurance, words):
    """Keep what the patient confirmed, and put them on the board as arrived; said twice, it is done once.

    information: the columns of the patient; decisions: {consent form's id: agreed or refused}. Raises EditConflict when
    the desk has changed the patient's information since it was `seen`.
    """
    with transaction.atomic():
        row = Appointment.objects.select_for_update().get(pk=appointment.pk)
        if has_told(row):
            return
        if is_too_early(row):
            procedures.refuse("self_check_in_too_early")
        procedures.update_patient(row.patient_id, seen=seen, **information)
        for form_id, decision in decisions.items():
            consents.record(
                row.patient_id, form_id, by=None, decision=decision, signed_at=timezone.now(),
                signed_by_name=signed_by, method="screen",
            )  # fmt: skip
        SelfCheckIn.objects.create(
            appointment=row, patient_id=row.patient_id, insurance_answer=insurance, insurance_words=words or None
        )
        if not is_here(row):  # the desk was quicker
            procedures.check_in(row.pk)


def has_told(appointment):
    """Whether a check-in by the patient stands; one that the desk has taken back can be done once more."""
    return SelfCheckIn.objects.live().filter(appointment=appointment).exists()


def see_to(row, *, by):
    """The desk has put it right; a second press changes nothing."""
    SelfCheckIn.objects.waiting().filter(pk=row.pk).update(seen_to_at=timezone.now(), seen_to_by=by)
