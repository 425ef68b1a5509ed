"""The charges proposed for a visit, as a box of its page."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from billing import charges
from billing.messages import MESSAGES
from billing.models import Fee, ProposedCharge
from clinical.patient_pages import with_visit
from emr_site.access import permission_required
from emr_site.refusals import refusal_of
from reception.patient_pages import patient_page

LONGEST_NUMBER = 18  # digits of an id


@permission_required("billing.view_proposedcharge")
@require_GET
@patient_page("charges")
@with_visit
def proposed_charges(request, patient, visit):
    return box(request, patient, visit)


@permission_required("billing.add_proposedcharge")
@require_POST
@patient_page("charges")
@with_visit
def propose_charges(request, patient, visit):
    """What is ticked is proposed, and what an order that came too late for the screen suggests; nothing else."""
    chosen, seen = numbers(request.POST.getlist("fee")), numbers(request.POST.getlist("seen"))
    fees = charges.with_unseen(visit, list(Fee.objects.filter(pk__in=chosen)), {*chosen, *seen})
    declined = Fee.objects.filter(pk__in=numbers(request.POST.getlist("suggested")) - chosen)
    refused = refusal_of(lambda: charges.propose(visit, request.user, fees, declined=declined), MESSAGES)
    if request.htmx or refused:
        return box(request, patient, visit, refused=refused and refused[1])
    messages.success(request, "The charges are proposed.")
    return redirect("clinical:visit", patient.pk, visit.pk)


def numbers(texts):
    return {int(each) for each in texts if each.isdecimal() and len(each) <= LONGEST_NUMBER}


def box(request, patient, visit, *, refused=None):
    offered, is_told, is_behind = charges.offered_at(visit)
    live = ProposedCharge.objects.live().filter(visit=visit)
    context = {"patient": patient, "visit": visit, "offered": offered, "is_told": is_told, "refused": refused}
    context["is_behind"] = is_behind
    context |= {"total": sum(each.amount for each in live), "tab": "billing"}
    template = "billing/_charges.html" if request.htmx else "billing/charges.html"
    return render(request, template, context, status=422 if refused else 200)
