"""The waiting list fills free times: each is offered to the best match, held for a while, then to the next.

The database sees to it that a time is held by one alone (RuleInsertSlotOffer) and booked by nobody else meanwhile
(CheckAppointmentTime); here is decided whom to ask.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from emr_site.refusals import code_of_refusal
from reception.messages import MESSAGES
from reception.models import Appointment, FreedSlot, SlotOffer, WaitingRequest
from reception.models.appointments import TO_COME
from reception.outbox import notices
from reception.outbox.offers import can_be_asked, write_offer
from reception.outbox.quiet import after_quiet_hours
from reception.procedures import cancel_for_earlier, create_appointment, refuse

State, DoneAs, ClosedAs = SlotOffer.State, FreedSlot.DoneAs, WaitingRequest.ClosedAs
AT_A_TIME = 100  # freed times that one round looks at
EARLIER = "Moved to an earlier time from the waiting list"


def fill():
    """One round of the background worker: let go of what has run out, offer what is free; return how many offers."""
    lapse()
    slots = FreedSlot.objects.undone().exclude(offers__state=State.OPEN).order_by("id")[:AT_A_TIME]
    return sum(bool(offer_next(slot.pk)) for slot in slots)


def lapse():
    """No answer came in time; and wishes whose last day has passed."""
    now = timezone.now()
    SlotOffer.objects.open().filter(held_until__lte=now).update(state=State.LAPSED, answered_at=now)
    past = WaitingRequest.objects.live().filter(until_date__lt=timezone.localdate())
    past.exclude(offers__state=State.OPEN).update(closed_at=now, closed_as=ClosedAs.LAPSED)


def offer_next(slot_id):
    """Offer a free time to the best of those not yet asked; return the offer, None when there is nobody, or no time."""
    with transaction.atomic():
        slot = FreedSlot.objects.select_for_update(skip_locked=True).undone().filter(pk=slot_id).first()
        if slot is None or slot.offers.open().exists():
            return None
        until = hold_until(slot)
        if until is None:
            return done(slot, DoneAs.GONE)
        for request in matches(slot):
            refusal = code_of_refusal(lambda request=request: offer(slot, request, until), MESSAGES)
            if refusal is None:
                return slot.offers.open().get()
            if refusal != "slot_offer_one_at_a_time":
                return done(slot, DoneAs.GONE)
        return done(slot, DoneAs.NOBODY)


def hold_until(slot):
    """Until when a time is held from now on; None when it begins too soon for anybody to come."""
    asked_at = after_quiet_hours(timezone.now())
    last = slot.begins_at - timedelta(hours=settings.OFFER_NOTICE_HOURS)
    until = min(asked_at + timedelta(minutes=settings.OFFER_HOLD_MINUTES), last)
    return until if until > asked_at else None


def offer(slot, request, until):
    """Hold the time for one who waits, and write to them."""
    row = SlotOffer.objects.create(
        freed_slot=slot, waiting_request=request, patient_id=request.patient_id, provider_id=slot.provider_id,
        date=slot.date, time=slot.time, duration_minutes=request.duration_minutes, held_until=until,
    )  # fmt: skip
    write_offer(row, not_before=after_quiet_hours(timezone.now()))
    return row


def done(slot, how):
    FreedSlot.objects.filter(pk=slot.pk).update(done_at=timezone.now(), done_as=how)


def matches(slot):
    """Those whom the time suits, who can be written to and have not been asked: the best first."""
    return [request for request in suitable(slot) if can_be_asked(request.patient)]


def suitable(slot):
    """Most urgent first; then those who want this provider; then who has waited longest."""
    known = WaitingRequest.objects.live().filter(
        Q(provider=None) | Q(provider=slot.provider_id),
        Q(until_date=None) | Q(until_date__gte=slot.date),
        Q(starts=None) | Q(starts__lte=slot.time),
        Q(ends=None) | Q(ends__gte=slot.end_time),
        Q(appointment=None)
        | Q(appointment__date__gt=slot.date)
        | Q(appointment__date=slot.date, appointment__time__gt=slot.time),
        from_date__lte=slot.date,
        duration_minutes__lte=slot.duration_minutes,
        patient__deactivated_at=None,
        patient__deceased_on=None,
    )
    asked = slot.offers.values("waiting_request")
    busy = Appointment.objects.live().filter(date=slot.date, time__lt=slot.end_time, end_time__gt=slot.time)
    free = known.exclude(pk__in=asked).exclude(offers__state=State.OPEN).exclude(patient__in=busy.values("patient"))
    rows = free.select_related("patient").prefetch_related("patient__phones")
    rows = rows.order_by("urgency", F("provider").asc(nulls_last=True), "asked_at", "id")
    return [each for each in rows if each.suits(slot.date.weekday())]


def held(offer_id):
    """Lock an offer that still holds its time; raises ProcedureRefused("slot_offer_over") for any other."""
    row = SlotOffer.objects.select_for_update().filter(pk=offer_id).first()
    if row is None or not row.is_held:
        refuse("slot_offer_over")
    return row


def answer(row, state, *, by=None, **columns):
    SlotOffer.objects.filter(pk=row.pk).update(state=state, answered_at=timezone.now(), decided_by=by, **columns)


def accept(offer_id, *, by=None):
    """Yes: the hold becomes an appointment, in one transaction with everything that follows. Return its id."""
    with transaction.atomic():
        row = held(offer_id)
        answer(row, State.ACCEPTED, by=by)  # first: the hold must not stand in its own way
        request = row.waiting_request
        if request.appointment and request.appointment.status in TO_COME:
            cancel_for_earlier(request.appointment, EARLIER)
        booked = create_appointment(
            row.patient_id, provider_id=row.provider_id, date=row.date, time=row.time, reason=request.note,
            duration_minutes=row.duration_minutes, appointment_type_id=request.appointment_type_id,
        )  # fmt: skip
        SlotOffer.objects.filter(pk=row.pk).update(appointment_id=booked)
        close(request, ClosedAs.BOOKED, by=by)
        done(row.freed_slot, DoneAs.FILLED)
        notices.tell(booked)
        return booked


def decline(offer_id, *, by=None):
    """No: the next is asked at once. The wish stays on the list."""
    with transaction.atomic():
        row = held(offer_id)
        answer(row, State.DECLINED, by=by)
    offer_next(row.freed_slot_id)


def withdraw(offer_id, *, by):
    """The desk needs the time itself; nobody else is asked."""
    with transaction.atomic():
        row = held(offer_id)
        answer(row, State.WITHDRAWN, by=by)
        done(row.freed_slot, DoneAs.STOPPED)


def offer_to(slot, request, *, by):
    """The desk knows better whom to ask: what was offered is withdrawn, and this one holds the time."""
    with transaction.atomic():
        locked = FreedSlot.objects.select_for_update().get(pk=slot.pk)
        for row in locked.offers.open().select_for_update():
            answer(row, State.WITHDRAWN, by=by)
        until = hold_until(locked)
        if until is None:
            refuse("slot_offer_too_late")
        FreedSlot.objects.filter(pk=slot.pk).update(done_at=None, done_as=None)
        return offer(locked, request, until)


def close(request, how, *, by=None):
    WaitingRequest.objects.filter(pk=request.pk).update(closed_at=timezone.now(), closed_as=how, closed_by=by)


def take_off(request, *, by):
    """The patient no longer waits; what is offered to them goes to the next."""
    with transaction.atomic():
        rows = list(request.offers.open().select_for_update())
        for row in rows:
            answer(row, State.WITHDRAWN, by=by)
        close(request, ClosedAs.WITHDRAWN, by=by)
    for row in rows:
        offer_next(row.freed_slot_id)


def ask(patient, *, by, **columns):
    """Put a patient on the list; times that nobody took are looked at again. Return the request's id."""
    with transaction.atomic():
        row = WaitingRequest.objects.create(patient=patient, asked_by=by, **columns)
        untaken = FreedSlot.objects.filter(done_as=DoneAs.NOBODY, date__gte=timezone.localdate())
        untaken.update(done_at=None, done_as=None)
        return row.pk
