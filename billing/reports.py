"""The reports of the bills. No currency is stored: amounts are in the practice's own."""

from billing.models import Billing, BillingAnalysis, BillingSummary
from emr_site.reports.filters import OneOf
from emr_site.reports.report import Column, Report, register
from reception.reports import PATIENT_NUMBER, ByPatient

BILLS = "Billing"


class BillFilters(ByPatient):
    insurance_claim_status = OneOf("Claim status", Billing.ClaimStatus.choices)


register(
    Report(
        slug="billing-summary",
        title="Billing summary",
        group=BILLS,
        question="Every bill; the newest come first until another heading is chosen.",
        model=BillingSummary,
        columns=(
            Column("billing_id", "Bill number", "key", quick=True),
            PATIENT_NUMBER,
            Column("patient_name", "Patient name", "name"),
            Column("amount", "Amount", "money"),
            Column("insurance_claim_status", "Claim status"),
        ),
        order="-billing_id",
        filters=BillFilters,
    ),
    Report(
        slug="billing-analysis",
        title="Billing analysis",
        group=BILLS,
        question="What each patient was billed, the highest total first.",
        model=BillingAnalysis,
        # The view sums all bills whatever is asked of it, so most orders cost the same.
        columns=(
            Column("patient_id", "Patient number", "key", quick=True),
            Column("patient_name", "Patient name", "name"),
            Column("visits", "Visits", "number"),
            Column("bills", "Bills", "number", quick=True),
            Column("total_amount", "Total", "money", quick=True),
            Column("average_amount", "Average", "money", quick=True),
            Column("highest_amount", "Highest", "money", quick=True),
        ),
        order="-total_amount",
        filters=ByPatient,
    ),
)
