"""A patient's further phones and contacts, each on a page of its own."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from emr_site.access import permission_required
from emr_site.answers import posted, render_conflict, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from emr_site.versions import EditConflict
from reception import procedures
from reception.forms import AddContactForm, AddPhoneForm, EditContactForm, EditPhoneForm
from reception.forms.of_patient import PatientForm
from reception.messages import MESSAGES
from reception.patient_pages import patient_page


@permission_required("reception.change_patient")
@patient_page("information")
def add_phone(request, patient):
    return add(request, patient, AddPhoneForm(posted(request), patient=patient), procedures.add_phone, "phone")


@permission_required("reception.change_patient")
@patient_page("information")
def edit_phone(request, patient, pk):
    row = get_object_or_404(patient.phones, pk=pk)
    form = EditPhoneForm(posted(request), patient=patient, row=row)
    return edit(request, patient, form, row, procedures.update_phone, "phone")


@permission_required("reception.change_patient")
@patient_page("information")
def remove_phone(request, patient, pk):
    row = get_object_or_404(patient.phones, pk=pk)
    return remove(request, patient, row, procedures.remove_phone, "phone")


@permission_required("reception.change_patient")
@patient_page("information")
def add_contact(request, patient):
    return add(request, patient, AddContactForm(posted(request), patient=patient), procedures.add_contact, "contact")


@permission_required("reception.change_patient")
@patient_page("information")
def edit_contact(request, patient, pk):
    row = get_object_or_404(patient.contacts, pk=pk)
    form = EditContactForm(posted(request), patient=patient, row=row)
    return edit(request, patient, form, row, procedures.update_contact, "contact")


@permission_required("reception.change_patient")
@patient_page("information")
def remove_contact(request, patient, pk):
    row = get_object_or_404(patient.contacts, pk=pk)
    return remove(request, patient, row, procedures.remove_contact, "contact")


def add(request, patient, form, procedure, what):
    def write():
        once(form, request.user, lambda: procedure(patient.pk, **form.typed), about=patient.pk)

    if went_through(form, write, MESSAGES):
        messages.success(request, f"The {what} is added.")
        return redirect("reception:patient", patient.pk)
    context = {"patient": patient, "tab": "information", "heading": f"Add a {what}", "button": f"Add {what}"}
    return render_form(request, "reception/edit_of_person.html", form, **context)


def edit(request, patient, form, row, procedure, what):
    context = {"patient": patient, "tab": "information", "what": what}
    context |= {"heading": f"Edit {what}", "button": f"Save {what}"}
    try:
        if went_through(form, lambda: procedure(row.pk, seen=form.seen, **form.typed), MESSAGES):
            messages.success(request, f"The {what} is saved.")
            return redirect("reception:patient", patient.pk)
    except EditConflict as conflict:
        return render_conflict(request, "reception/conflict.html", form, conflict.row, **context)
    return render_form(request, "reception/edit_of_person.html", form, **context)


def remove(request, patient, row, procedure, what):
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: procedure(row.pk), MESSAGES):
        messages.success(request, f"{row} is removed.")
        return redirect("reception:patient", patient.pk)
    context = {"patient": patient, "tab": "information", "row": row, "what": what}
    return render_form(request, "reception/remove_of_person.html", form, **context)
