"""Who waits for an earlier time, and what is offered to whom."""

from datetime import time, timedelta

import factory
from django.utils import timezone

from emr_site.tests.factories import RowFactory
from reception.models import FreedSlot, SlotOffer, WaitingRequest
from reception.tests.factories import PatientFactory, ProviderFactory, day


class WaitingRequestFactory(RowFactory):
    """Anybody, any time from today on."""

    class Meta:
        model = WaitingRequest

    patient = factory.SubFactory(PatientFactory, phone_number="07700 900 123")
    from_date = factory.LazyFunction(lambda: day(0))


class FreedSlotFactory(RowFactory):
    """Tomorrow at ten."""

    class Meta:
        model = FreedSlot

    provider = factory.SubFactory(ProviderFactory)
    date = factory.LazyFunction(lambda: day(1))
    time = time(10)
    duration_minutes = 15


class SlotOfferFactory(RowFactory):
    """Held for an hour from now."""

    class Meta:
        model = SlotOffer

    freed_slot = factory.SubFactory(FreedSlotFactory)
    waiting_request = factory.SubFactory(WaitingRequestFactory)
    patient = factory.SelfAttribute("waiting_request.patient")
    provider = factory.SelfAttribute("freed_slot.provider")
    date = factory.SelfAttribute("freed_slot.date")
    time = factory.SelfAttribute("freed_slot.time")
    duration_minutes = factory.SelfAttribute("freed_slot.duration_minutes")
    held_until = factory.LazyFunction(lambda: timezone.now() + timedelta(hours=1))
