"""The back office's pages of the bills."""

from django.contrib import admin

from audit.looks import LooksRecorded
from billing.messages import MESSAGES
from billing.models import Billing, Fee
from emr_site.back_office.tables import EditedAdmin, Retired


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


@admin.register(Fee)
class FeeAdmin(Retired, EditedAdmin):
    refusals = MESSAGES
    list_display = ("code", "title", "amount", "appointment_type", "test_type", "retired_at")
    list_select_related = ("appointment_type",)
    search_fields = ("code__istartswith", "title__istartswith")
    search_help_text = "The beginning of the code or of the title"
    fields = ("code", "title", "amount", "appointment_type", "test_type", "retired_at")
