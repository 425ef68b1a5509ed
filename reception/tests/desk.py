"""What the tests of the desk's day have in common."""

from datetime import time

from django.urls import reverse

from emr_site.actor import Actor, acting_as
from emr_site.tests.factories import signed
from reception.models import Appointment, Visit
from reception.tests.factories import AppointmentFactory, day
from reception.tests.schedule_factories import ProviderHoursFactory


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
    """Check in by the back door: the visit of an appointment, with the moments it has reached, and its status."""
    with signed():
        visit = Visit.objects.create(
            patient=appointment.patient,
            provider=appointment.provider,
            appointment=appointment,
            date=appointment.date,
            time=appointment.time,
            **moments,
        )
        reached = "Completed" if "left_at" in moments else "With doctor" if "started_at" in moments else "Arrived"
        Appointment.objects.filter(pk=appointment.pk).update(status=reached)
    return visit


def acts(user):
    """Write as this user, whose rights the database looks up."""
    return acting_as(Actor(user.pk, user.username))


def advances(appointment, *statuses):
    """Give an appointment one status after the other."""
    with signed():
        for status in statuses:
            why = {"cancel_reason": "Ill"} if status == "Cancelled" else {}
            Appointment.objects.filter(pk=appointment.pk).update(status=status, **why)
    appointment.refresh_from_db()
