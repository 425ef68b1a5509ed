"""The filters of the list of bills; they stand in the page's address."""

from django import forms

from billing.models import Billing
from clinical.forms.filters import DayRange


class BillFilters(DayRange):
    status = forms.ChoiceField(choices=[("", "Every status"), *Billing.ClaimStatus.choices], required=False)

    def bills(self):
        """The bills that are asked for; none where the filters cannot be read."""
        if not self.is_valid():
            return Billing.objects.none()
        bills = Billing.objects.filter(**self.days("billing_date"))
        status = self.cleaned_data["status"]
        return bills.filter(insurance_claim_status=status) if status else bills
