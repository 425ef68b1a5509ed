"""When providers are there, and when nobody is."""

import hashlib
from datetime import time

import factory

from emr_site.tests.factories import RowFactory
from reception.models import Holiday, ProviderException, ProviderFeed, ProviderHours
from reception.tests.factories import ProviderFactory, day


class ProviderHoursFactory(RowFactory):
    class Meta:
        model = ProviderHours

    provider = factory.SubFactory(ProviderFactory)
    weekday = 0
    starts = time(9)
    ends = time(17)


class ProviderExceptionFactory(RowFactory):
    """Away for the whole of tomorrow."""

    class Meta:
        model = ProviderException

    provider = factory.SubFactory(ProviderFactory)
    kind = ProviderException.Kind.AWAY
    first_day = factory.LazyFunction(lambda: day(1))
    last_day = factory.SelfAttribute("first_day")


class ProviderFeedFactory(RowFactory):
    """An open address, which the token "secret" opens; `created_by` is to be told."""

    class Meta:
        model = ProviderFeed

    provider = factory.SubFactory(ProviderFactory)
    token_sha256 = hashlib.sha256(b"secret").hexdigest()


class HolidayFactory(RowFactory):
    class Meta:
        model = Holiday

    date = factory.LazyFunction(lambda: day(1))
    name = "Founders' Day"
