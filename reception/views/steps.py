"""A patient's steps through the building: one press each, and the last one taken back."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from emr_site.access import permission_required
from emr_site.answers import posted, render_form
from emr_site.once import once
from emr_site.refusals import refusal_of, went_through
from reception import procedures
from reception.forms import CheckInForm, StepForm, UndoStepForm
from reception.messages import MESSAGES
from reception.models.appointments import UNDOABLE, Status
from reception.views.appointments import appointment_page, board_of, label_of


@permission_required("reception.change_appointment")
@require_POST
@appointment_page
def complete_appointment(request, row, context):
    """The patient has been seen and leaves; of another day, the patient has been and gone."""

    def complete():
        procedures.set_status(row.pk, Status.COMPLETED, seen=row.status)

    return press(request, row, complete, Status.COMPLETED, "The appointment is completed.")


@permission_required("reception.advance_appointment")
@require_POST
@appointment_page
def advance_appointment(request, row, context):
    """One press: the patient is confirmed, in a room, with the doctor, at the checkout, gone, or has not come."""
    form = StepForm(request.POST)
    if not form.is_valid():
        return refuse(request, row, next(iter(form.errors.values()))[0])
    status = Status(form.cleaned_data["status"])

    def advance():
        procedures.set_status(row.pk, status, seen=form.cleaned_data["seen"], room_id=form.room_id)

    return press(request, row, advance, status, f"{status.label}.")


@permission_required("reception.check_in_appointment")
@require_POST
@appointment_page
def check_in(request, row, context):
    """One press on the board; a second one leads to the same visit."""
    form = CheckInForm(request.POST)
    if not form.is_valid():
        return refuse(request, row, "The press was not understood. Press Check in once more.")

    def arrive():
        return once(form, request.user, lambda: procedures.check_in(row.pk), about=row.pk)

    return press(request, row, arrive, Status.ARRIVED, "Checked in.")


@permission_required("reception.advance_appointment")
@appointment_page
def undo_step(request, row, context):
    """A press that was wrong is taken back, with a reason, as long as nothing has come of it."""
    form = UndoStepForm(posted(request), initial={"seen": row.status})

    def undo():
        procedures.undo_step(row.pk, seen=form.cleaned_data["seen"], reason=form.cleaned_data["reason"])

    if went_through(form, undo, MESSAGES):
        row.refresh_from_db()
        messages.success(request, f"{row.patient}: {row.get_status_display()} again.")
        return redirect(board_of(row.date))
    context["before"] = label_of(procedures.status_before(row.pk, row.status))
    return render_form(request, "reception/undo_step.html", form, **context)


def press(request, row, write, status, done):
    """A button without boxes: written, and back to where it was pressed, or the refusal said."""
    refusal = refusal_of(write, MESSAGES)
    if refusal:
        return refuse(request, row, refusal[1])
    words = f"{row.patient}: {done}"
    if status in UNDOABLE and request.user.has_perm("reception.advance_appointment"):
        undo = reverse("reception:undo_step", args=[row.pk])
        words = format_html(
            '{} <a href="{}">Undo<span class="visually-hidden"> for {}</span></a>', words, undo, row.patient
        )
    messages.success(request, words)
    return redirect(way_back(request) or board_of(row.date))


def refuse(request, row, sentence):
    messages.error(request, sentence)
    back = way_back(request)
    if back:
        return redirect(back)
    return redirect("reception:appointment", row.pk)


def way_back(request):
    """The page of ours on which the button stood, with its filter; None when it did not say."""
    page = request.POST.get("next", "")
    return page if page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None) else None
