from billing.models.billings import Billing
from billing.models.charges import Fee, ProposedCharge
from billing.models.reports import BillingAnalysis, BillingSummary

__all__ = [
    "Billing",
    "BillingAnalysis",
    "BillingSummary",
    "Fee",
    "ProposedCharge",
]
