"""Check-in by the patient, on their own phone at the door; and what the desk sees of it.

The public pages show nothing before a code and a date of birth fit together, and then the least that is needed.
"""

import io
from functools import wraps
from uuid import uuid4

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from audit.procedures import record_look
from emr_site.access import permission_required
from emr_site.actor import Actor, acting_as
from emr_site.answers import CONFLICT, posted, render_form
from emr_site.keyset import page_after
from emr_site.refusals import went_through
from emr_site.versions import EditConflict
from reception import self_check_in as checks
from reception.forms.self_check_in import IdentifyForm, SelfCheckInForm
from reception.messages import MESSAGES
from reception.models import SelfCheckIn
from reception.outbox.door_words import DOOR
from reception.outbox.page_words import words_about_door, words_of
from reception.tries import has_tried_too_many, note_wrong_code
from reception.views.appointments import appointment_page

PAGE, DOOR_PAGE = "reception/self_check_in.html", "reception/identify.html"


def as_patient(view):
    """A public view, acting as the patient at the door."""

    @wraps(view)
    def page(request, **named):
        address = request.META.get("REMOTE_ADDR", "")
        with acting_as(Actor(None, "patient check-in", "Patient", address, uuid4().hex, "PATRQT")):
            return view(request, **named)

    return page


@as_patient
def identify(request):
    """Whoever has both is let in; every kind of wrong gets the same sentence."""
    words = words_of(request, DOOR)
    form = IdentifyForm(posted(request), initial={"code": ""}, page_words=words)
    if form.is_valid():
        typed = form.cleaned_data
        found = None if has_tried_too_many(request) else checks.identify(typed["date_of_birth"], typed["code"])
        if found:
            return redirect("reception:self_check_in", checks.token_of(found))
        note_wrong_code(request)
        form.add_error(None, words["no_match"])
    return render_form(request, DOOR_PAGE, form, words=words)


@as_patient
def self_check_in(request, token):
    appointment = checks.read(token)
    if appointment is None:
        words = words_of(request, DOOR)
        return render_form(
            request, DOOR_PAGE, IdentifyForm(page_words=words), words=words, trouble=words["open_too_long"]
        )
    words = words_about_door(appointment, opens=checks.opens_at(appointment))
    is_here = checks.is_here(appointment)
    # What somebody has typed is kept, also when the desk has checked them in meanwhile.
    tells = request.method == "POST" and is_here and not checks.has_told(appointment)
    if tells or (appointment.is_to_come and not checks.is_too_early(appointment)):
        return confirm(request, token, appointment, words)
    lead = "is_here" if is_here else "too_early" if appointment.is_to_come else "is_closed"
    return render(request, PAGE, {"words": words, "lead": words[lead], "is_here": is_here})


def confirm(request, token, appointment, words):
    patient, insurances = appointment.patient, insurances_of(appointment.patient, words)
    form = SelfCheckInForm(
        posted(request), row=patient, asked=checks.asked_consents(patient), page_words=words,
        has_insurance=bool(insurances),
    )  # fmt: skip
    context = {"words": words, "lead": words["when"], "token": token, "insurances": insurances}
    record_look(patient_id=patient.pk, part="check-in")
    try:
        if went_through(form, lambda: checks.arrive(appointment, **form.answer), MESSAGES):
            return redirect("reception:self_check_in", token)
    except EditConflict as conflict:
        context["trouble"] = words["changed_meanwhile"]
        return render(request, PAGE, {"form": form.against(conflict.row), **context}, status=CONFLICT)
    return render_form(request, PAGE, form, **context)


def insurances_of(patient, words):
    """Each in one line, with no more of its number than its owner needs to know it."""
    return [
        f"{each.insurance_details}, {words['number'].format(digits=each.member_number[-4:])}"
        if each.member_number
        else each.insurance_details
        for each in patient.insurances.exclude(priority=None)
    ]


@permission_required("reception.check_in_appointment")
@require_POST
@appointment_page
def show_code(request, row, context):
    """The code is made when somebody asks for it: a patient who has lost the message, or got none."""
    if not row.is_to_come:
        messages.error(request, MESSAGES["appointment_closed"][1])
    else:
        code = checks.code_of(row)
        messages.info(request, f"The check-in code is {code[:3]} {code[3:]}.")
    return redirect("reception:appointment", row.pk)


@permission_required("reception.view_selfcheckin")
def self_check_ins(request):
    """What patients said at the door that the desk must put right: a changed insurance."""
    rows = SelfCheckIn.objects.waiting().select_related("patient", "appointment__provider")
    page = page_after(request.GET.get("after"), rows, by=("id",))
    return render(request, "reception/self_check_ins.html", {"page": page})


@permission_required("reception.change_selfcheckin")
@require_POST
def see_to_check_in(request, pk):
    checks.see_to(get_object_or_404(SelfCheckIn, pk=pk), by=request.user)
    messages.success(request, "Noted: the insurance is put right.")
    return redirect("reception:self_check_ins")


@permission_required("reception.view_board")
def check_in_poster(request):
    return render(request, "reception/check_in_poster.html", {"address": address()})


@permission_required("reception.view_board")
def check_in_code_picture(request):
    """The QR code of the check-in's address."""
    picture = io.BytesIO()
    segno.make(address(), error="m", micro=False).save(picture, kind="svg", scale=8, border=2)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


def address():
    return settings.SITE_URL + reverse("reception:identify")
