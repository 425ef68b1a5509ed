"""What the till is told of a visit: the sum of the charges that are proposed for it."""

from django.db.models import Sum

from billing.models import ProposedCharge


def proposed(user, visits):
    """{visit's id: the sum} of those visits for which anything is proposed."""
    if not user.has_perm("billing.view_proposedcharge"):
        return {}
    live = ProposedCharge.objects.live().filter(visit__in=visits)
    return dict(live.order_by().values_list("visit").annotate(Sum("amount")))
