"""A clinician's own favourites: a star is put and taken back at a visit; all of them stand on a page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from clinical.favourites import MOST_STARRED, keep, kept_by, take_back
from clinical.forms.favourites import FavouriteForm
from clinical.models import Favourite
from clinical.patient_pages import with_visit
from clinical.views.diagnoses import asked
from clinical.views.orders import offered_orders, ordered_at
from emr_site.access import permission_required
from emr_site.answers import render_form
from reception.patient_pages import patient_page

# Where on the page of a visit a thing of each kind stands.
BOXES = {"medicine": "prescribing", "test": "ordering", "diagnosis": "diagnosis-list"}


@permission_required("clinical.keep_favourites")
@require_GET
def favourites(request):
    return render(request, "clinical/favourites.html", shelves(request.user))


@permission_required("clinical.keep_favourites")
@require_POST
def remove_favourite(request, pk):
    favourite = ones_own(request.user, pk)
    take_back(favourite)
    messages.success(request, f"{favourite} is no longer a favourite of yours.")
    return redirect("clinical:favourites")


@permission_required("clinical.keep_favourites")
@require_POST
@patient_page("visit")
@with_visit
def add_favourite(request, patient, visit):
    form = FavouriteForm(request.POST, patient=patient, visit=visit)
    if not form.is_valid():
        template = "clinical/_favourite_refused.html" if request.htmx else "clinical/favourites.html"
        return render_form(request, template, form, **shelves(request.user))
    favourite = form.cleaned_data["favourite"]
    favourite.user = request.user
    keep(favourite)
    return starred(request, patient, visit, favourite.kind, f"{favourite} is a favourite of yours.")


@permission_required("clinical.keep_favourites")
@require_POST
@patient_page("visit")
@with_visit
def remove_favourite_at_visit(request, patient, visit, pk):
    favourite = ones_own(request.user, pk)
    take_back(favourite)
    return starred(request, patient, visit, favourite.kind, f"{favourite} is no longer a favourite of yours.")


def ones_own(user, pk):
    return get_object_or_404(Favourite.objects.of(user).select_related("icd10_code"), pk=pk)


def shelves(user):
    return {"kept": kept_by(user), "most": MOST_STARRED}


def starred(request, patient, visit, kind, sentence):
    """The list in which the star stands, and what is one press away; or the page of the visit, where it is pressed."""
    if not request.htmx:
        messages.success(request, sentence)
        return redirect(f"{reverse('clinical:visit', args=[patient.pk, visit.pk])}#{BOXES[kind]}")
    context = {"kind": kind, "said": sentence}
    if kind == Favourite.Kind.DIAGNOSIS:
        context |= asked(patient, visit, user=request.user)
    else:
        kept = kept_by(request.user)
        context |= {"patient": patient, "visit": visit} | ordered_at(visit, user=request.user)
        context |= offered_orders(patient, visit, user=request.user, kept=kept)
    return render(request, "clinical/_favourite_changed.html", context)
