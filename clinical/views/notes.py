"""The note of a visit as it is typed: saved, begun from a template, carried forward, read."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from audit.procedures import record_look
from clinical import notes
from clinical.forms.notes import NoteForm, TemplateForm
from clinical.messages import MESSAGES
from clinical.models import Note, NoteTemplate, Section
from clinical.patient_pages import with_visit
from clinical.procedures import start_visit
from emr_site.access import permission_required
from emr_site.answers import CONFLICT, UNREADABLE
from emr_site.refusals import refusal_of, went_through
from emr_site.templatetags.emr import clock
from reception.patient_pages import patient_page

LONGEST_NUMBER = 18  # digits of an id
NOTHING_TO_CARRY = "No earlier signed note says anything in this part."


@permission_required("clinical.view_note")
@require_GET
@patient_page(None)
@with_visit
def note_state(request, patient, visit):
    """What stands in the note now, for a page that has it open; 304 while nothing has changed."""
    note = notes.note_of(visit)
    parts = notes.parts_of(note)
    etag = etag_of(note, notes.versions_of(parts))
    if request.headers.get("If-None-Match") == etag:
        return JsonResponse({}, status=304)
    state = {part.section: said(part.body, part.version, part.saved_by, part.saved_at) for part in parts}
    record_look(patient_id=patient.pk, part="note")
    answer = JsonResponse({"sections": state, "signed": bool(note and note.signatures.all())})
    answer["ETag"] = etag
    return answer


def etag_of(note, versions):
    """Of what stands in the note: its sections' versions and how often it is signed."""
    return f'"{versions};{len(note.signatures.all()) if note else 0}"'


def said(body, version, by, at):
    return {"body": body, "version": version, "by": by, "at": clock(at) if at else ""}


@permission_required("clinical.change_note")
@require_POST
@patient_page("note")
@with_visit
def save_note(request, patient, visit):
    """Answers the page's own autosave in JSON; a button's form is led back to the visit, or shown both texts."""
    form, conflicts = saved(request, patient, visit)
    if request.accepts("text/html"):
        return after_saving(request, patient, visit, form, conflicts)
    if form.errors:
        note = notes.note_of(visit)
        errors = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"errors": errors, "signed": bool(note and note.signatures.all())}, status=UNREADABLE)
    versions = {part.section: part.version for part in notes.parts_of(notes.note_of(visit))}
    theirs = {
        name: said(row.body, row.version, row.saved_by.get_full_name() if row.saved_by else "", row.saved_at)
        for name, row in conflicts.items()
    }
    return JsonResponse({"versions": versions, "conflicts": theirs}, status=CONFLICT if theirs else 200)


def saved(request, patient, visit):
    """(form, what somebody else has saved meanwhile): the typed text is written, or refused with a sentence."""
    form, conflicts = NoteForm(request.POST, patient=patient), {}

    def write():
        conflicts.update(notes.save(visit, request.user, form.sections))
        # The doctor's first words say that the patient is with the doctor, whatever else was pressed.
        if request.user.has_perm("clinical.sign_note") and visit.arrived_at and not visit.started_at:
            start_visit(visit.pk)

    went_through(form, write, MESSAGES)
    return form, conflicts


def after_saving(request, patient, visit, form, conflicts, *, said_too=None):
    """The note's fragment for a page that has it open, or the way back to the visit."""
    if said_too:
        form.add_error(None, said_too)
    if not form.errors and not conflicts and not request.htmx:
        messages.success(request, "The note is saved.")
        return redirect("clinical:visit", patient.pk, visit.pk)
    status = UNREADABLE if form.errors else CONFLICT if conflicts else 200
    template = "clinical/_note.html" if request.htmx else "clinical/note.html"
    context = note_context(request, patient, visit, form=form, conflicts=conflicts)
    return render(request, template, context, status=status)


def note_context(request, patient, visit, *, form=None, conflicts=()):
    """What the note's fragment shows: as it is stored, or as it was typed where that was not written."""
    note = notes.note_of(visit)
    parts, carriable = notes.parts_of(note), notes.carriable_to(visit)
    for part in parts:
        part.can_carry = part.section in carriable
        if part.section in conflicts:
            part.theirs = part.body
        if part.section in conflicts or (form and form.errors):
            part.body = form.data.get(part.section, part.body)
    return {
        "patient": patient,
        "visit": visit,
        "tab": "visits",
        "note": note,
        "parts": parts,
        "saved_at": max((part.saved_at for part in parts if part.saved_at), default=None),
        "conflicts": conflicts,
        "versions": notes.versions_of(parts),
        "note_etag": etag_of(note, notes.versions_of(parts)),
        "form": form,
        "templates": NoteTemplate.objects.offered_for(type_of(visit)),
        **signatures_of(request.user, note),
    }


def signed_state(user, visit):
    """The same of a visit whose clinical record is shown."""
    note = notes.note_of(visit)
    return {"note": note, **signatures_of(user, note)}


def signatures_of(user, note):
    return {
        "signatures": note.signatures.all() if note else [],
        "may_cosign": bool(note) and may_cosign(user, note),
    }


def type_of(visit):
    return visit.appointment.appointment_type_id if visit.appointment_id else None


def may_cosign(user, note):
    author = next((each for each in note.signatures.all() if each.kind == "author"), None)
    waits = author and author.needs_cosignature and len(note.signatures.all()) == 1
    return bool(waits and author.signed_by_id != user.pk and user.has_perm("clinical.cosign_note"))


@permission_required("clinical.change_note")
@require_POST
@patient_page("note")
@with_visit
def use_template(request, patient, visit):
    form, conflicts = saved(request, patient, visit)
    chosen, refused = TemplateForm(request.POST), None
    if not chosen.is_valid():
        refused = "Choose a template first."
    elif not form.errors:
        template = chosen.cleaned_data["template"]
        refused = sentence(lambda: notes.use_template(visit, request.user, template))
    return after_saving(request, patient, visit, form, conflicts, said_too=refused)


@permission_required("clinical.change_note")
@require_POST
@patient_page("note")
@with_visit
def carry_forward(request, patient, visit):
    """What was typed is saved first: the carried text stands under it."""
    form, conflicts = saved(request, patient, visit)
    section, refused = request.POST.get("carry"), None
    if section in Section.values and section not in conflicts and not form.errors:
        carried = []
        refused = sentence(lambda: carried.append(notes.carry_forward(visit, request.user, section)))
        refused = refused or (None if carried[0] else NOTHING_TO_CARRY)
    return after_saving(request, patient, visit, form, conflicts, said_too=refused)


@permission_required("clinical.sign_note")
@require_POST
@patient_page("note")
@with_visit
def mark_read(request, patient, visit):
    form, conflicts = saved(request, patient, visit)
    note = get_object_or_404(Note, visit=visit)
    carried = get_object_or_404(note.carried, pk=int_of(request.POST.get("carried")))
    refused = sentence(lambda: notes.mark_read(note, request.user, carried.pk))
    return after_saving(request, patient, visit, form, conflicts, said_too=refused)


def int_of(text):
    return int(text) if text and text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def sentence(write):
    """What refused it, in words; None when it was written."""
    refusal = refusal_of(write, MESSAGES)
    return refusal and refusal[1]
