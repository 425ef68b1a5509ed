"""What is for good: signatures under a note, and addenda to a signed one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from clinical import procedures
from clinical.forms.notes import AddendumForm, SignForm
from clinical.messages import MESSAGES
from clinical.models import Note, Prescription, Test
from clinical.patient_pages import with_visit
from clinical.views.notes import note_context, sentence
from emr_site.access import permission_required
from emr_site.answers import UNREADABLE, posted, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from reception.patient_pages import patient_page


@permission_required("clinical.sign_note")
@patient_page("note")
@with_visit
def sign_note(request, patient, visit):
    """GET: what is to be signed, once more. POST: signed for good, as it was on the screen."""
    note = get_object_or_404(Note, visit=visit)
    form = SignForm(posted(request), patient=patient)
    alone = request.user.has_perm("clinical.sign_note_alone")

    def sign():
        procedures.sign_note(note.pk, versions=form.cleaned_data["versions"], alone=alone)

    if went_through(form, sign, MESSAGES):
        again = "" if alone else " It waits for a second signature."
        messages.success(request, f"The note is signed.{again}")
        return redirect("clinical:clinical_record", patient.pk, visit.pk)
    context = note_context(request, patient, visit) | {"form": form, "in_dialog": request.htmx}
    context |= {"counted": counted_at(visit)}
    template = "clinical/_sign.html" if request.htmx else "clinical/sign_note.html"
    return render(request, template, context, status=UNREADABLE if form.errors else 200)


def counted_at(visit):
    """How much was decided at the visit, in words."""
    found = {
        "diagnosis diagnoses": visit.diagnoses.live(),
        "prescription prescriptions": Prescription.objects.filter(visit=visit),
        "test tests": Test.objects.filter(visit=visit),
    }
    counts = [(rows.count(), *words.split()) for words, rows in found.items()]
    return ", ".join(f"{count or 'no'} {one if count == 1 else many}" for count, one, many in counts).capitalize()


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
