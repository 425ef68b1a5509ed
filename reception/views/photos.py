"""A patient's picture: kept, shown, removed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from emr_site.access import permission_required
from emr_site.answers import render_form
from emr_site.refusals import went_through
from reception import procedures
from reception.forms.of_patient import PatientForm
from reception.forms.photos import PhotoForm
from reception.messages import MESSAGES
from reception.models import PatientPhoto
from reception.patient_pages import patient_page
from reception.views.portal import my_record


@permission_required("reception.view_patient")
@patient_page("photo")
def photo(request, patient):
    return picture_of(patient)


@permission_required("reception.view_my_information")
def my_photo(request):
    return picture_of(my_record(request.user, part="my photo"))


def picture_of(patient):
    return HttpResponse(get_object_or_404(PatientPhoto, patient=patient).image, content_type="image/jpeg")


@permission_required("reception.change_patient")
@patient_page("information")
def change_photo(request, patient):
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PhotoForm(*sent, patient=patient)
    if went_through(form, lambda: procedures.set_photo(patient.pk, form.cleaned_data["photo"]), MESSAGES):
        messages.success(request, "The photo is saved.")
        return redirect("reception:patient", patient.pk)
    return render_form(request, "reception/change_photo.html", form, patient=patient, tab="information")


@permission_required("reception.change_patient")
@require_POST
@patient_page("information")
def remove_photo(request, patient):
    form = PatientForm(request.POST, patient=patient)
    if went_through(form, lambda: procedures.remove_photo(patient.pk), MESSAGES):
        messages.success(request, "The photo is removed.")
    return redirect("reception:patient", patient.pk)
