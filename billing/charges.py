"""Which charges a visit suggests, and what a clinician proposes of them."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from billing.models import Fee, ProposedCharge
from clinical.models import Test


def offered_at(visit):
    """([(fee, whether it is ticked)], whether anybody has proposed, whether that is not what is ticked) of a visit.

    Ticked is what was proposed, and what the kind of the visit and its tests suggest unless it was dropped; what is
    offered at every visit stands there unticked."""
    kind = visit.appointment.appointment_type_id if visit.appointment_id else None
    tests = list(Test.objects.filter(visit=visit).values_list("type", flat=True))
    suggested = Q(appointment_type_id=kind, appointment_type__isnull=False) | Q(test_type__in=tests)
    told = list(ProposedCharge.objects.filter(visit=visit))
    live = {each.fee_id for each in told if each.dropped_at is None}
    always = Q(appointment_type=None, test_type=None)
    fees = Fee.objects.filter(Q(retired_at=None) & (suggested | always) | Q(pk__in=live)).order_by("code")
    dropped = {each.fee_id for each in told} - live
    ticked = live | set(fees.filter(suggested).values_list("pk", flat=True)) - dropped
    return [(fee, fee.pk in ticked) for fee in fees], bool(told), ticked != live


def with_unseen(visit, chosen, seen):
    """What was ticked, and what the visit suggests by now that was not on the screen yet."""
    return [*chosen, *(fee for fee, is_ticked in offered_at(visit)[0] if is_ticked and fee.pk not in seen)]


def propose(visit, user, fees, *, declined=()):
    """Let exactly these fees stand as proposed for the visit, each at its price of now; twice changes nothing. What was
    suggested and `declined` is kept as dropped, so that it is not suggested again."""
    with transaction.atomic():
        type(visit).objects.select_for_update().get(pk=visit.pk)
        live = ProposedCharge.objects.live().filter(visit=visit)
        now = timezone.now()
        live.exclude(fee__in=fees).update(dropped_at=now, dropped_by_id=user.pk)
        known = set(ProposedCharge.objects.filter(visit=visit).values_list("fee_id", flat=True))
        held = set(live.values_list("fee_id", flat=True))
        for fee in fees:
            if fee.pk not in held:
                write(visit, fee, proposed_at=now, proposed_by=user)
        for fee in declined:
            if fee.pk not in known:
                write(visit, fee, proposed_at=now, proposed_by=user, dropped_at=now, dropped_by=user)


def write(visit, fee, **told):
    priced = {"fee": fee, "title": fee.title, "amount": fee.amount}
    ProposedCharge.objects.create(visit=visit, patient_id=visit.patient_id, **priced, **told)
