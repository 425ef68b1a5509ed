"""What is for good: signatures under a note, and addenda to a signed one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from clinical import procedures
from clinical.forms.notes import AddendumForm, SignForm
from clinical.messages import MESSAGES
from clinical.models import Note
from clinical.patient_pages import with_visit
from clinical.signed_content import read_content
from clinical.views.notes import sentence
from emr_site.access import permission_required
from emr_site.answers import UNREADABLE, posted, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from reception.patient_pages import patient_page


@permission_required("clinical.sign_note")
@patient_page("note")
@with_visit
def sign_note(request, patient, visit):
    """GET: all that is to be signed, as a page or for a dialog. POST: signed for good, as it was on the screen."""
    note = get_object_or_404(Note, visit=visit)
    form = SignForm(posted(request), patient=patient)

    def sign():
        seen = {name: form.cleaned_data[name] for name in ("versions", "content")}
        procedures.sign_note(note.pk, visit_id=visit.pk, **seen)

    if went_through(form, sign, MESSAGES):
        waits = "" if request.user.has_perm("clinical.sign_note_alone") else " It waits for a second signature."
        messages.success(request, f"The note is signed.{waits}")
        return redirect("clinical:clinical_record", patient.pk, visit.pk)
    template = "clinical/_sign.html" if request.htmx else "clinical/sign_note.html"
    context = to_sign(note, patient, visit) | {"form": form}
    return render(request, template, context, status=UNREADABLE if form.errors else 200)


def to_sign(note, patient, visit):
    """All that a signature would sign, and the marks by which it is known again."""
    told = procedures.view_note_content(note.pk)
    content = read_content(told["content"])
    marks = {"versions": content.versions, "content": told["sha256"]}
    return {"patient": patient, "visit": visit, "tab": "visits", "to_sign": content.shown} | marks


@permission_required("clinical.cosign_note")
@require_POST
@patient_page("note")
@with_visit
def cosign_note(request, patient, visit):
    note = get_object_or_404(Note, visit=visit)
    refused = sentence(lambda: procedures.cosign_note(note.pk))
    if refused:
        messages.error(request, refused)
    else:
        messages.success(request, "The note is co-signed.")
    return redirect("clinical:clinical_record", patient.pk, visit.pk)


@permission_required("clinical.add_addendum")
@patient_page("note")
@with_visit
def add_addendum(request, patient, visit):
    note = get_object_or_404(Note, visit=visit)
    form = AddendumForm(posted(request), patient=patient)

    def add():
        def write():
            return procedures.add_addendum(note.pk, body=form.cleaned_data["body"] or "")

        once(form, request.user, write, about=note.pk)

    if went_through(form, add, MESSAGES):
        messages.success(request, "The addendum is saved.")
        record = reverse("clinical:clinical_record", args=[patient.pk, visit.pk])
        return HttpResponseClientRedirect(record) if request.htmx else redirect(record)
    template = "clinical/_addendum_form.html" if request.htmx else "clinical/add_addendum.html"
    return render_form(request, template, form, patient=patient, visit=visit, tab="visits")
