"""The back office's pages of the bills."""

from django.contrib import admin

from audit.looks import LooksRecorded
from billing.messages import MESSAGES
from billing.models import Billing
from emr_site.back_office.tables import EditedAdmin


@admin.register(Billing)
class BillingAdmin(LooksRecorded, EditedAdmin):
    """A bill may go while its claim is pending; the database says so."""

    refusals = MESSAGES
    rows_may_go = True
    list_display = ("number", "patient", "amount", "billing_date", "payment_type", "insurance_claim_status")
    list_display_links = ("number", "patient")
    list_select_related = ("patient",)
    list_filter = ("insurance_claim_status", "payment_type", "billing_date")
    ordering = ("-id",)
    search_fields = ("id__exact", "patient__mrn__exact")
    search_help_text = "A bill number, or a medical record number"
    fields = (("patient", "visit"), ("amount", "payment_type"), "billing_date", "insurance_claim_status")
    raw_id_fields = ("patient", "visit")

    def get_readonly_fields(self, request, obj=None):
        return ("patient",) if obj else ()
