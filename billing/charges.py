"""Which charges a visit suggests, and what a clinician proposes of them."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from billing.models import Fee, ProposedCharge
from clinical.models import Test


def offered_at(visit):
    """[(fee, whether it is proposed)] of a visit: what was proposed, or, before anybody has, what the kind of the visit
    and its tests suggest; and what is offered at every visit."""
    kind = visit.appointment.appointment_type_id if visit.appointment_id else None
    tests = list(Test.objects.filter(visit=visit).values_list("type", flat=True))
    suggested = Q(appointment_type_id=kind, appointment_type__isnull=False) | Q(test_type__in=tests)
    told = list(ProposedCharge.objects.filter(visit=visit))
    live = {each.fee_id for each in told if each.dropped_at is None}
    always = Q(appointment_type=None, test_type=None)
    fees = Fee.objects.filter(Q(retired_at=None) & (suggested | always) | Q(pk__in=live)).order_by("code")
    suggests = set(fees.filter(suggested).values_list("pk", flat=True)) if not told else live
    return [(fee, fee.pk in suggests) for fee in fees], bool(told)


def propose(visit, user, fees):
    """Let exactly these fees stand as proposed for the visit, each at its price of now; twice changes nothing."""
    with transaction.atomic():
        type(visit).objects.select_for_update().get(pk=visit.pk)
        live = ProposedCharge.objects.live().filter(visit=visit)
        now = timezone.now()
        live.exclude(fee__in=fees).update(dropped_at=now, dropped_by_id=user.pk)
        held = set(live.values_list("fee_id", flat=True))
        for fee in fees:
            if fee.pk not in held:
                told = {"title": fee.title, "amount": fee.amount, "proposed_at": now, "proposed_by_id": user.pk}
                ProposedCharge.objects.create(visit=visit, patient_id=visit.patient_id, fee=fee, **told)
