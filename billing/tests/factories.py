"""Bills."""

from decimal import Decimal

import factory

from billing.models import Billing
from emr_site.tests.factories import RowFactory
from reception.tests.factories import PatientFactory, day


class BillingFactory(RowFactory):
    class Meta:
        model = Billing

    patient = factory.SubFactory(PatientFactory)
    amount = Decimal("40.00")
    billing_date = factory.LazyFunction(lambda: day(-1))
