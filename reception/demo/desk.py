"""What lies on the desk: who waits for an earlier time, a time that is free again, codes, notes, requests."""

from datetime import time, timedelta

from django.utils import timezone

from reception import self_check_in, waiting_list
from reception.models import Appointment, FreedSlot, Patient, PortalRequest, SelfCheckIn, SlotOffer, WaitingRequest
from reception.models.appointments import Status
from reception.waiting_matches import matches

WHY_GIVEN_UP = ("Patient telephoned: cannot come", "Patient is ill")
CODES = 12  # of today's appointments to come
# Notes of the desk on today's longest appointments to come.
NOTES = (
    "Fasting: call to remind",
    "Comes with an interpreter",
    "In a wheelchair: needs the room without steps, and waits in the car until somebody calls",
)
# urgency, days that suit (1 Monday, 2 Tuesday …), from and until what time, what for
WISHES = (
    (3, 127, None, None, "Any earlier time for the annual review"),
    (1, 31, None, None, "Pain is getting worse"),
    (2, 21, time(9), time(12), "Works in the afternoon"),
    (3, 10, None, time(17), "Blood pressure review"),
    (2, 127, time(14), None, "After school only"),
)
REQUESTS = (
    ("appointment", "May I come on a Tuesday instead of a Thursday?", None),
    ("information", "I have a new mobile number: 555 310 0199.", None),
    ("other", "Could you send me the bill by e-mail?", "Yes: it was sent this morning."),
)


def set_out(practice):
    """Runs when the board is written: it is made of the same steps as at the desk."""
    put_on_list(practice)
    free_a_time(practice)
    tell_codes(practice)
    leave_notes(practice)
    ask(practice)


def receptionist(practice):
    """The id of who sits at the desk; None where no sign-ins are made."""
    return practice.shelf.get("users", {}).get("reception1")


def reachable(practice):
    """Patients with a future and a phone, in the order of their records."""
    known = Patient.objects.filter(deactivated_at=None, deceased_on=None, unknown_since=None)
    return known.filter(pk__lte=practice.rich).exclude(phone_number=None).order_by("pk")


def put_on_list(practice):
    asked_by = receptionist(practice)
    later = Appointment.objects.to_come().filter(date__gte=practice.day(6)).order_by("date", "time", "pk")
    waits = later.exclude(patient__phone_number=None).first()
    if waits:
        WaitingRequest.objects.create(
            patient_id=waits.patient_id, appointment=waits, provider_id=waits.provider_id, urgency=2,
            duration_minutes=waits.duration_minutes, from_date=practice.today, asked_by_id=asked_by,
            asked_at=practice.now - timedelta(days=3), note="Wants to come sooner",
        )  # fmt: skip
    people = reachable(practice).exclude(pk=waits.patient_id if waits else 0)[20 : 20 + len(WISHES)]
    for days, (patient, (urgency, weekdays, starts, ends, note)) in enumerate(zip(people, WISHES, strict=False)):
        WaitingRequest.objects.create(
            patient=patient, urgency=urgency, weekdays=weekdays, starts=starts, ends=ends, note=note,
            from_date=practice.today, asked_by_id=asked_by, asked_at=practice.now - timedelta(days=1 + days),
        )  # fmt: skip


def free_a_time(practice):
    """Somebody cannot come in two days, and the desk has called who waits. Another such time nobody took."""
    soon = Appointment.objects.to_come().filter(date__range=(practice.day(2), practice.day(5)))
    last = FreedSlot.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for row, reason in zip(soon.order_by("date", "time", "pk")[:2], WHY_GIVEN_UP, strict=False):
        Appointment.objects.filter(pk=row.pk).update(status=Status.CANCELLED, cancel_reason=reason)
    offered, *others = FreedSlot.objects.filter(pk__gt=last).order_by("pk") or [None]
    if offered:
        hold(offered)
    untaken = FreedSlot.objects.filter(pk__in=[each.pk for each in others])
    untaken.update(done_at=practice.now, done_as=FreedSlot.DoneAs.NOBODY)


def hold(offered):
    """For the best match, who has been called: no message, which would differ from one making to the next."""
    wish, until = next(iter(matches(offered)), None), waiting_list.hold_until(offered)
    if wish and until:
        SlotOffer.objects.create(
            freed_slot=offered, waiting_request=wish, patient_id=wish.patient_id, provider_id=offered.provider_id,
            date=offered.date, time=wish.at, duration_minutes=wish.duration_minutes, held_until=until,
        )  # fmt: skip


def tell_codes(practice):
    today = Appointment.objects.filter(date=practice.today).order_by("time", "pk")
    for row in today.to_come()[:CODES]:
        self_check_in.code_of(row)
    here = today.filter(status=Status.ARRIVED).first()
    if here:
        SelfCheckIn.objects.create(
            appointment=here, patient_id=here.patient_id, insurance_answer=SelfCheckIn.Insurance.CHANGED,
            insurance_words="Now with Alpine Mutual, number AM 5520 118",
        )  # fmt: skip


def leave_notes(practice):
    longest = Appointment.objects.to_come().filter(date=practice.today).order_by("-duration_minutes", "time", "pk")
    for row, words in zip(longest[: len(NOTES)], NOTES, strict=False):
        Appointment.objects.filter(pk=row.pk).update(desk_note=words)


def ask(practice):
    people = [*Patient.objects.exclude(user=None).order_by("pk")[:1], *reachable(practice)[30:32]]
    for patient, (kind, words, answer) in zip(people, REQUESTS, strict=False):
        answered = {"answer": answer, "answered_at": timezone.now()} if answer else {}
        if answered:
            answered["answered_by_id"] = receptionist(practice)
        PortalRequest.objects.create(
            patient=patient, kind=kind, words=words, asked_at=practice.now - timedelta(hours=5), **answered
        )
