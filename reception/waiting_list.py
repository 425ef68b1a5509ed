"""The waiting list fills free times: each is offered to the best match, held for a while, then to the next.

The database sees to it that a time is held by one alone, and for nobody who is busy (RuleInsertSlotOffer), that it is
booked by nobody else meanwhile (CheckAppointmentTime), and that what is left of a freed time goes on being one
(RecordTakenTime); here is decided when to ask whom. A time that nobody took is looked at again in every round, as long
as it is free: whoever is added, edited or free again later is asked then.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from emr_site.by_itself import by_itself
from emr_site.refusals import code_of_refusal
from reception.messages import MESSAGES
from reception.models import FreedSlot, Message, Patient, SlotOffer, WaitingRequest
from reception.models.appointments import TO_COME
from reception.outbox import notices
from reception.outbox.offers import key_of, write_offer
from reception.outbox.quiet import after_quiet_hours
from reception.procedures import cancel_for_earlier, create_appointment, refuse
from reception.waiting_matches import matches, suitable

State, DoneAs, ClosedAs = SlotOffer.State, FreedSlot.DoneAs, WaitingRequest.ClosedAs
AT_A_TIME = 500  # freed times that one round looks at, the soonest first
EARLIER = "Moved to an earlier time from the waiting list"
log = logging.getLogger("reception.worker")


def fill():
    """One round of the background worker: let go of what has run out, offer what is free; return how many offers."""
    lapse()
    sweep()
    slots = FreedSlot.objects.on_offer().exclude(offers__state=State.OPEN).order_by("date", "time", "id")[:AT_A_TIME]
    return sum(bool(by_itself(lambda slot=slot: look_at(slot), log=log, what=f"Free time {slot.pk}")) for slot in slots)


def look_at(slot):
    """Without a lock where nobody was found before and nobody is now."""
    return offer_next(slot.pk) if slot.done_at is None or matches(slot) else None


def lapse():
    """No answer came in time, or the question did not reach them; and wishes whose last day has passed."""
    now, still_open = timezone.now(), SlotOffer.objects.open()
    keys = {key_of(pk): pk for pk in still_open.values_list("pk", flat=True)}
    failed = Message.objects.filter(dedup_key__in=keys, state=Message.State.FAILED).values_list("dedup_key", flat=True)
    let_go = Q(held_until__lte=now) | Q(pk__in=[keys[key] for key in failed])
    still_open.filter(let_go).update(state=State.LAPSED, answered_at=now)
    past = WaitingRequest.objects.live().filter(until_date__lt=timezone.localdate())
    past.exclude(offers__state=State.OPEN).update(closed_at=now, closed_as=ClosedAs.LAPSED)


def sweep():
    """Free times that are none any more: past, or of one who has left or does not work then."""
    gone = list(FreedSlot.objects.on_offer().unworked().values_list("pk", flat=True))
    FreedSlot.objects.on_offer().filter(pk__in=gone).update(done_at=timezone.now(), done_as=DoneAs.GONE)


def offer_next(slot_id):
    """Offer a free time to the best of those not yet asked; return the offer, None when there is nobody, or no time."""
    with transaction.atomic():
        slot = FreedSlot.objects.select_for_update(skip_locked=True).on_offer().filter(pk=slot_id).first()
        if slot is None or slot.offers.open().exists():
            return None
        until = hold_until(slot)
        if until is None:
            return done(slot, DoneAs.GONE)
        for wish in matches(slot):
            # Refused to one, as for its length, it may be right for the next.
            if code_of_refusal(lambda wish=wish: offer(slot, wish, until), MESSAGES) is None:
                return slot.offers.open().get()
        return done(slot, DoneAs.NOBODY)


def hold_until(slot):
    """Until when a time is held from now on; None when it begins too soon for anybody to come."""
    asked_at = after_quiet_hours(timezone.now())
    last = slot.begins_at - timedelta(hours=settings.OFFER_NOTICE_HOURS)
    until = min(asked_at + timedelta(minutes=settings.OFFER_HOLD_MINUTES), last)
    return until if until > asked_at else None


def offer(slot, wish, until):
    """Hold the time that suits one who waits, and write to them."""
    FreedSlot.objects.filter(pk=slot.pk).exclude(done_at=None).update(done_at=None, done_as=None)
    row = SlotOffer.objects.create(
        freed_slot=slot, waiting_request=wish, patient_id=wish.patient_id, provider_id=slot.provider_id,
        date=slot.date, time=wish.at, duration_minutes=wish.duration_minutes, held_until=until,
    )  # fmt: skip
    write_offer(row, not_before=after_quiet_hours(timezone.now()))
    return row


def done(slot, how):
    FreedSlot.objects.filter(pk=slot.pk).exclude(done_as=how).update(done_at=timezone.now(), done_as=how)


def held(offer_id):
    """Lock an offer that still holds its time; raises ProcedureRefused("slot_offer_over") for any other."""
    row = SlotOffer.objects.select_for_update().filter(pk=offer_id).first()
    if row is None or not row.is_held:
        refuse("slot_offer_over")
    return row


def answer(row, state, *, by=None, **columns):
    SlotOffer.objects.filter(pk=row.pk).update(state=state, answered_at=timezone.now(), decided_by=by, **columns)


def accept(offer_id, *, by=None):
    """Yes: the hold becomes an appointment, in one transaction with everything that follows. Return its id.

    Giving up the later appointment ends every other wish to come before it (RecordUpdateAppointment).
    """
    with transaction.atomic():
        row = held(offer_id)
        Patient.objects.select_for_update().get(
            pk=row.patient_id
        )  # who answers two at once answers one after the other
        wish = row.waiting_request
        close(wish, ClosedAs.BOOKED, by=by)
        if wish.appointment and wish.appointment.status in TO_COME:
            cancel_for_earlier(wish.appointment, EARLIER)
        answer(row, State.ACCEPTED, by=by)  # before it is booked: the hold must not stand in its own way
        booked = create_appointment(
            row.patient_id, provider_id=row.provider_id, date=row.date, time=row.time, reason=wish.note,
            duration_minutes=row.duration_minutes, appointment_type_id=wish.appointment_type_id,
        )  # fmt: skip
        SlotOffer.objects.filter(pk=row.pk).update(appointment_id=booked)
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


def offer_to(slot, wish, *, by):
    """The desk knows better whom to ask: what was offered is withdrawn, and this one holds the time."""
    with transaction.atomic():
        locked = FreedSlot.objects.select_for_update().get(pk=slot.pk)
        for row in locked.offers.open().select_for_update():
            answer(row, State.WITHDRAWN, by=by)
        until = hold_until(locked)
        if until is None:
            refuse("slot_offer_too_late")
        asked = next((each for each in suitable(locked) if each.pk == wish.pk), None)
        if asked is None:
            refuse("slot_offer_unsuitable")
        return offer(locked, asked, until)


def close(wish, how, *, by=None):
    WaitingRequest.objects.filter(pk=wish.pk).update(closed_at=timezone.now(), closed_as=how, closed_by=by)


def take_off(wish, *, by):
    """The patient no longer waits; what is offered to them goes to the next."""
    with transaction.atomic():
        rows = list(wish.offers.open().select_for_update())
        for row in rows:
            answer(row, State.WITHDRAWN, by=by)
        close(wish, ClosedAs.WITHDRAWN, by=by)
    for row in rows:
        offer_next(row.freed_slot_id)


def ask(patient, *, by, **columns):
    """Put a patient on the list; return the wish's id."""
    return WaitingRequest.objects.create(patient=patient, asked_by=by, **columns).pk
