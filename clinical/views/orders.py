"""Medicines and tests ordered at a visit, without leaving its page."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import trigger_client_event

from clinical import procedures
from clinical.favourites import kept_by, medicines_like, medicines_of, stars_first, tests_of, told_apart
from clinical.forms.orders import OrderTestForm, PrescribeForm
from clinical.messages import MESSAGES
from clinical.models import Prescription, Test
from clinical.patient_pages import with_visit
from emr_site.access import permission_required
from emr_site.answers import UNREADABLE
from emr_site.once import once
from emr_site.refusals import went_through
from reception.models import Provider
from reception.patient_pages import patient_page


@permission_required("clinical.add_prescription")
@require_POST
@patient_page("visit")
@with_visit
def prescribe_at_visit(request, patient, visit):
    form = PrescribeForm(request.POST, patient=patient, box="prescribe")

    def create():
        prescriber = Provider.objects.filter(user=request.user).first()
        day = min(visit.date, timezone.localdate())
        return procedures.create_prescription(
            patient.pk, visit=visit, provider=prescriber, prescribed_on=day, **form.typed
        )

    written = went_through(form, lambda: once(form, request.user, create, about=visit.pk), MESSAGES)
    said = f"{form.cleaned_data.get('medication')} is prescribed."
    return answer(request, patient, visit, "_prescribing", {"prescribe_form": form}, written=written and said)


@permission_required("clinical.add_test")
@require_POST
@patient_page("visit")
@with_visit
def order_test_at_visit(request, patient, visit):
    form = OrderTestForm(request.POST, patient=patient, box="order")

    def create():
        return procedures.create_test(visit.pk, type=form.cleaned_data["type"], results=None, date=None)

    written = went_through(form, lambda: once(form, request.user, create, about=visit.pk), MESSAGES)
    said = f"{form.cleaned_data.get('type')} is ordered."
    return answer(request, patient, visit, "_ordering", {"order_form": form}, written=written and said)


@permission_required("clinical.add_prescription")
@require_GET
def medicine_options(request):
    """The medicines that this clinic prescribes and that begin as typed."""
    found = medicines_like(request.GET.get("medication", "").strip())
    return render(request, "clinical/_medicine_options.html", {"found": found})


def answer(request, patient, visit, box, form, *, written):
    """The box with its list and an empty form; or with what was typed, and why it is not written."""
    if written and not request.htmx:
        messages.success(request, written)
        return redirect("clinical:visit", patient.pk, visit.pk)
    context = {"patient": patient, "visit": visit, "tab": "visits", "box": f"clinical/{box}.html"}
    context |= ordered_at(visit, user=request.user)
    context |= offered_orders(patient, visit, user=request.user, kept=kept_by(request.user))
    context |= ({} if written else form) | {"said": written}
    template = context["box"] if request.htmx else "clinical/order_at_visit.html"
    response = render(request, template, context, status=200 if written else UNREADABLE)
    # What is charged may follow from what is ordered: the box of charges asks again.
    return trigger_client_event(response, "ordered") if written else response


def ordered_at(visit, *, user):
    """What was ordered at the visit, with this person's stars."""
    tests = Test.objects.filter(visit=visit).with_lock().starred_by(user)
    return {
        "prescriptions": Prescription.objects.filter(visit=visit).starred_by(user).order_by("id"),
        "orders": tests.select_related("visit").order_by("id"),
    }


def offered_orders(patient, visit, *, user, kept):
    """Empty forms, and one for each of what this person has starred, and what they, or the visit's clinician, order
    lately and most."""
    mine = Provider.objects.filter(user=user).values_list("pk", flat=True).first() or visit.provider_id
    medicines = told_apart(stars_first(kept["medicine"], medicines_of(mine)))
    tests = stars_first(kept["test"], [{"type": kind} for kind in tests_of(mine)])
    return {
        "usual_medicines": [PrescribeForm(patient=patient, initial=each) for each in medicines],
        "usual_tests": [OrderTestForm(patient=patient, initial=each) for each in tests],
        "prescribe_form": PrescribeForm(patient=patient, box="prescribe"),
        "order_form": OrderTestForm(patient=patient, box="order"),
    }
