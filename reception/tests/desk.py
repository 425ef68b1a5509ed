"""What the tests of the desk's day have in common."""

from datetime import time

from django.urls import reverse

from emr_site.tests.factories import signed
from reception.models import Visit
from reception.tests.factories import AppointmentFactory, ProviderHoursFactory, day


def url(name, row):
    return reverse(f"reception:{name}", args=[row.pk])


def today_at(clock, **fields):
    """An appointment of today; the clock may have passed already."""
    return AppointmentFactory(date=day(0), time=time.fromisoformat(clock), **fields)


def works(provider, date, starts, ends, **fields):
    return ProviderHoursFactory(
        provider=provider,
        weekday=date.weekday(),
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        **fields,
    )


def arrives(appointment, **moments):
    """Check in by the back door: the visit of an appointment, with the moments it has reached."""
    with signed():
        return Visit.objects.create(
            patient=appointment.patient,
            provider=appointment.provider,
            appointment=appointment,
            date=appointment.date,
            time=appointment.time,
            **moments,
        )
