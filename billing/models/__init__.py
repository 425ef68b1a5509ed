from billing.models.billings import Billing
from billing.models.reports import BillingAnalysis, BillingSummary

__all__ = [
    "Billing",
    "BillingAnalysis",
    "BillingSummary",
]
