from billing.models.billings import Billing

__all__ = ["Billing"]
