"""Bills: all of them, one, and one patient's with their sums."""

from django.shortcuts import get_object_or_404, render

from audit.procedures import record_look
from billing.forms import BillFilters
from billing.models import Billing
from emr_site.access import permission_required
from emr_site.answers import render_form
from emr_site.keyset import page_after
from reception.patient_pages import patient_page

NEWEST_FIRST = ("-billing_date", "-id")


@permission_required("billing.view_billing")
def billings(request):
    form = BillFilters(request.GET)
    page = page_after(request.GET.get("after"), form.bills().prefetch_related("patient"), by=NEWEST_FIRST)
    return render_form(request, "billing/billings.html", form, page=page)


@permission_required("billing.view_billing")
def billing(request, pk):
    bills = Billing.objects.visible_to(request.user).select_related("patient", "visit__provider")
    bill = get_object_or_404(bills, pk=pk)
    record_look(patient_id=bill.patient_id, part="bill")
    return render(request, "billing/billing.html", {"bill": bill, "patient": bill.patient, "tab": "billing"})


@permission_required("billing.view_billing")
@patient_page("billing")
def patient_billings(request, patient):
    bills = Billing.objects.filter(patient=patient)
    page = page_after(request.GET.get("after"), bills.select_related("visit"), by=NEWEST_FIRST)
    context = {"patient": patient, "tab": "billing", "page": page, "sums": bills.sums()}
    return render(request, "billing/patient_billings.html", context)


@permission_required("billing.view_balance")
@patient_page("balance")
def balance(request, patient):
    """What a patient has been billed and how far it is settled, for the desk's till: sums alone."""
    template = "billing/_balance.html" if request.htmx else "billing/balance.html"
    return render(request, template, {"patient": patient, "sums": Billing.objects.filter(patient=patient).sums()})
