"""The page behind the link in a message: one appointment. A GET only shows."""

from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

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
from reception.outbox.page_words import words_about
from reception.outbox.reminders import LIVE
from reception.self_check_in import known_code
from reception.views.by_link import pages_behind

PAGE = "reception/answer_appointment.html"
by_link = pages_behind(lambda token: appointment_named_by(read(token)))


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
