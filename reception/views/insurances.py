"""The insurances of a patient."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from emr_site.access import permission_required
from emr_site.answers import posted, render_conflict, render_form
from emr_site.once import once
from emr_site.refusals import went_through
from emr_site.versions import EditConflict
from reception import procedures
from reception.forms import AddInsuranceForm, EditInsuranceForm
from reception.forms.insurances import OrderInsurancesForm
from reception.messages import MESSAGES
from reception.patient_pages import patient_page


@permission_required("reception.add_insurance")
@patient_page("insurance")
def add_insurance(request, patient):
    form = AddInsuranceForm(posted(request), patient=patient)

    def add():
        once(form, request.user, lambda: procedures.add_insurance(patient.pk, **form.typed))

    if went_through(form, add, MESSAGES):
        messages.success(request, f"{form.cleaned_data['insurance_details']} is added.")
        return redirect("reception:patient", patient.pk)
    return render_form(request, "reception/add_insurance.html", form, patient=patient, tab="information")


@permission_required("reception.change_insurance")
@patient_page("insurance")
def edit_insurance(request, patient, pk):
    insurance = get_object_or_404(patient.insurances, pk=pk)
    form = EditInsuranceForm(posted(request), patient=patient, row=insurance)
    context = {"patient": patient, "insurance": insurance, "tab": "information"}
    try:
        if went_through(form, lambda: procedures.update_insurance(pk, seen=form.seen, **form.typed), MESSAGES):
            messages.success(request, "The insurance is saved.")
            return redirect("reception:patient", patient.pk)
    except EditConflict as conflict:
        context["what"] = "insurance"
        return render_conflict(request, "reception/conflict.html", form, conflict.row, **context)
    return render_form(request, "reception/edit_insurance.html", form, **context)


@permission_required("reception.change_insurance")
@patient_page("insurance")
def order_insurances(request, patient):
    """Which insurance is asked first, second, third."""
    insurances = list(patient.insurances.in_order())
    form = OrderInsurancesForm(posted(request), patient=patient, insurances=insurances)

    def order():
        procedures.order_insurances(patient, seen=form.cleaned_data["version"], places=form.places)

    if went_through(form, order, MESSAGES):
        messages.success(request, "The order of the insurances is saved.")
        return redirect("reception:patient", patient.pk)
    context = {"patient": patient, "insurances": insurances, "tab": "information"}
    return render_form(request, "reception/order_insurances.html", form, **context)
