"""The page behind the link in a message: one appointment, for whoever holds the link, without an account.

A GET only shows. Every link that is wrong or over gets the same page, so that nobody learns what exists.
"""

from functools import wraps
from uuid import uuid4

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from emr_site.actor import Actor, acting_as
from emr_site.answers import posted, render_form
from emr_site.refusals import refusal_of, went_through
from emr_site.versions import EditConflict
from reception.forms.messages import AnotherTimeForm
from reception.messages import MESSAGES
from reception.models import Channel
from reception.models.appointments import Status
from reception.outbox import answers
from reception.outbox.calendar import calendar_file
from reception.outbox.link import appointment_named_by, read
from reception.outbox.page_words import words_about, words_of
from reception.outbox.reminders import LIVE, starts_at
from reception.self_check_in import known_code

PAGE = "reception/answer_appointment.html"


def by_link(view):
    """A view of the appointment that the link names, acting as the link; the same 404 for every wrong one."""

    @wraps(view)
    def page(request, token):
        appointment = appointment_behind(token)
        if appointment is None:
            return render(request, "reception/answer_no_appointment.html", {"words": words_of(request)}, status=404)
        address = request.META.get("REMOTE_ADDR", "")
        with acting_as(Actor(None, "patient link", "Patient", address, uuid4().hex, "PATRQT")):
            return view(request, token, appointment)

    return page


def appointment_behind(token):
    """None for a link of nobody's, and for one whose appointment is past."""
    found = appointment_named_by(read(token))
    is_over = found is None or starts_at(found.date, found.end_time) <= timezone.now()
    return None if is_over else found


@by_link
def answer_appointment(request, token, appointment):
    return show(request, token, appointment)


def show(request, token, appointment, form=None, *, trouble=None):
    """The page; `trouble` names the sentence that says what went wrong."""
    words = words_about(appointment)
    last = appointment.answers.order_by("-id").first()
    context = {
        "words": words,
        "trouble": words[trouble] if trouble else None,
        "appointment": appointment,
        "token": token,
        "last": last.answer if last else "",
        "can_answer": appointment.status in LIVE,
        "said": request.GET.get("said"),
        "is_today": appointment.date == timezone.localdate(),
    }
    if context["is_today"] and context["can_answer"]:
        code = known_code(appointment)
        context["code"] = code and words["your_code"].replace("{code}", f"{code[:3]} {code[3:]}")
    return render_form(request, PAGE, form or AnotherTimeForm(page_words=words), **context)


def said(token, what):
    response = redirect("reception:answer_appointment", token)
    response["Location"] += f"?said={what}"
    return response


@require_POST
@by_link
def confirm_by_link(request, token, appointment):
    if appointment.status not in LIVE:
        return show(request, token, appointment, trouble="too_late")
    if appointment.status == Status.CONFIRMED:
        return said(token, "confirmed")  # pressed twice; a move would have taken the confirmation back
    if request.POST.get("version") != appointment.version:
        return moved(request, token, appointment)
    answers.confirm(appointment)
    return said(token, "confirmed")


@require_POST
@by_link
def cancel_by_link(request, token, appointment):
    try:
        seen = request.POST.get("version", "")
        refusal = refusal_of(lambda: answers.cancel(appointment, seen=seen), MESSAGES)
    except EditConflict:
        return moved(request, token, appointment)
    if refusal:
        return show(request, token, appointment, trouble="too_late")
    return said(token, "cancelled")


@require_POST
@by_link
def another_time_by_link(request, token, appointment):
    words = words_about(appointment)
    form = AnotherTimeForm(posted(request), page_words=words)
    if appointment.status not in LIVE:
        return show(request, token, appointment, form, trouble="too_late")

    def ask():
        answers.ask_for_another_time(appointment, form.cleaned_data["words"])

    sentences = MESSAGES | {"appointment_answer_waits_once": ("words", words["asked_already"])}
    if went_through(form, ask, sentences):
        return said(token, "asked")
    return show(request, token, appointment, form)


@by_link
def calendar_by_link(request, token, appointment):
    return calendar_file(appointment)


@require_POST
@by_link
def stop_by_link(request, token, appointment):
    """No more messages, by any channel, until the desk is told otherwise."""
    for channel in Channel:
        answers.opt_out(appointment.patient_id, channel, said_by="patient")
    return said(token, "stopped")


def moved(request, token, appointment):
    """Nobody confirms or cancels a time that they have not seen."""
    return show(request, token, appointment, trouble="changed")
