"""The day that `script/bench board` looks at: of some providers, with sixty times each, half of it over."""

import random
import sys
from collections import defaultdict
from datetime import UTC, datetime, time

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from reception.models import Appointment, Patient, Provider, ProviderHours, Visit
from reception.models.appointments import Status

EACH, MINUTES = 60, 10
OPENS = 6 * 60
GIVEN, WHY = "Bench", "Bench"
DICE = random.Random(1)  # noqa: S311 it spreads the load, nothing secret
DAY = timezone.localdate()


def build_day(many):
    """The day with its past, and with every sixth time to come free; returns those as (provider, time, patient)."""
    call_command("migrate", verbosity=0)
    if not Patient.objects.exists():
        call_command("seed_demo", patients=300)
    providers = staff(many)
    open_ones = Appointment.objects.filter(date=DAY, reason=WHY, status=Status.SCHEDULED)
    open_ones.filter(time__gt=timezone.localtime().time()).update(status=Status.CANCELLED, cancel_reason=WHY)
    booked = set(Appointment.objects.live().filter(date=DAY).values_list("provider_id", "time"))
    now = timezone.localtime().time()
    slots = [(each.pk, clock(n), n % 6 == 0 and clock(n) > now) for each in providers for n in range(EACH)]
    patients = list(Patient.objects.active().filter(deceased_on=None).values_list("pk", flat=True))
    Appointment.objects.bulk_create(
        Appointment(
            patient_id=DICE.choice(patients), provider_id=provider, date=DAY, time=at, duration_minutes=MINUTES,
            reason=WHY,
        )
        for provider, at, is_free in slots
        if not is_free and (provider, at) not in booked
    )  # fmt: skip
    bring_up_to(now)
    return [(provider, at, DICE.choice(patients)) for provider, at, is_free in slots if is_free]


def staff(many):
    """The providers of the day: hired once, and found again when the day is built anew."""
    providers = list(Provider.objects.filter(given_name=GIVEN).order_by("pk"))
    if not providers:
        with transaction.atomic():
            providers = [hire(number) for number in range(many)]
    if len(providers) != many:
        name = settings.DATABASES["default"]["NAME"]
        sys.exit(f"{name} has {len(providers)} providers, not {many}. Empty it: EMR_DATABASE={name} script/db reset")
    return providers


def hire(number):
    provider = Provider.objects.create(family_name=f"{WHY}{number:02d}", given_name=GIVEN)
    ProviderHours.objects.bulk_create(
        ProviderHours(provider=provider, weekday=weekday, starts=clock(0), ends=clock(EACH)) for weekday in range(7)
    )
    return provider


def bring_up_to(now):
    """Of each provider's patients before now the last one waits, one is with the doctor, one at checkout."""
    begun = Appointment.objects.filter(date=DAY, reason=WHY, status=Status.SCHEDULED, time__lte=now)
    newest_first = defaultdict(list)
    for each in begun.order_by("-time"):
        newest_first[each.provider_id].append(each)
    waiting, inside, paying, done = [], [], [], []
    for appointments in newest_first.values():
        for those in (waiting, inside, paying):
            those += appointments[:1]
            del appointments[:1]
        done += appointments
    moment = datetime.now(UTC)
    come(waiting, Status.ARRIVED, arrived_at=moment)
    come(inside, Status.WITH_DOCTOR, arrived_at=moment, started_at=moment)
    come(paying, Status.CHECKOUT, arrived_at=moment, started_at=moment)
    come(done, Status.COMPLETED, arrived_at=moment, started_at=moment, left_at=moment)


def come(appointments, status, **moments):
    Visit.objects.bulk_create(
        Visit(
            patient_id=each.patient_id,
            provider_id=each.provider_id,
            appointment=each,
            date=DAY,
            time=each.time,
            **moments,
        )
        for each in appointments
    )
    Appointment.objects.filter(pk__in=[each.pk for each in appointments]).update(status=status)


def clock(number):
    minute = OPENS + number * MINUTES
    return time(minute // 60, minute % 60)
