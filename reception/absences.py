"""Appointments to which nobody can come as booked: the provider is away, the practice is closed, or nobody left."""

from datetime import timedelta

from django.db.models import Exists, F, Func, Min, OuterRef, Q, SmallIntegerField
from django.utils import timezone

from reception.models import Appointment, Holiday, ProviderException
from reception.models.appointments import IN_BUILDING

LOOKS_AHEAD = 14  # days
Kind = ProviderException.Kind


class Weekday(Func):
    function, output_field = "WEEKDAY", SmallIntegerField()


def still_here(today):
    """Those of earlier days whom nobody has seen leave."""
    return Appointment.objects.filter(date__lt=today, status__in=IN_BUILDING)


def next_booked(date):
    """The next day on which somebody is to come; the day after when there is none."""
    found = Appointment.objects.to_come().filter(date__gt=date).aggregate(first=Min("date"))["first"]
    return found or date + timedelta(days=1)


def booked_while_away(first, last=None):
    """Those to come who are booked while their provider is away or the practice is closed, as one query.

    Read from the absences and the closed days, which are few, and not from the appointments.
    """
    days = (first, last or first + timedelta(days=LOOKS_AHEAD))
    coming = Appointment.objects.to_come().filter(date__range=days)
    absent = coming.filter(
        at_its_time("provider__exceptions__"),
        provider__exceptions__kind=Kind.AWAY,
        provider__exceptions__first_day__lte=F("date"),
        provider__exceptions__last_day__gte=F("date"),
    )
    closed = coming.filter(date__in=Holiday.objects.filter(place=None, date__range=days).values("date"))
    place_closed = coming.filter(
        at_its_time("provider__hours__"),
        provider__hours__weekday=Weekday("date"),
        provider__hours__place__holiday__date=F("date"),
    )
    return absent.values("pk").union(not_in(closed).values("pk"), not_in(place_closed).values("pk"))


def at_its_time(prefix):
    """Of hours or an absence that the appointment touches; one without times takes the whole day."""
    touched = Q(**{f"{prefix}starts__lt": F("end_time"), f"{prefix}ends__gt": F("time")})
    return Q(**{f"{prefix}starts": None}) | touched


def not_in(rows):
    """Without those whose provider has said to be in all the same."""
    covering = ProviderException.objects.filter(
        provider=OuterRef("provider"), kind=Kind.IN, first_day__lte=OuterRef("date"), last_day__gte=OuterRef("date"),
        starts__lte=OuterRef("time"), ends__gte=OuterRef("end_time"),
    )  # fmt: skip
    return rows.exclude(Exists(covering))


def hit_by(absence):
    """The appointments to come, from today on, that an absence or a closed day leaves without a provider."""
    today = timezone.localdate()
    if isinstance(absence, Holiday):
        return booked_while_away(max(absence.date, today), absence.date)
    rows = Appointment.objects.to_come().filter(provider=absence.provider_id)
    rows = rows.filter(date__range=(max(absence.first_day, today), absence.last_day))
    return rows.filter(time__lt=absence.ends, end_time__gt=absence.starts) if absence.starts else rows


def hit_words(count):
    booked = "One appointment is booked" if count == 1 else f"{count} appointments are booked"
    return f"{booked} in this time. Move or cancel: they are listed on the board under “Booked while away or closed”."


def end(absence):
    """The provider is back from today: what was is kept, what was to come goes."""
    yesterday = timezone.localdate() - timedelta(days=1)
    if absence.first_day > yesterday:
        absence.delete()
    else:
        ProviderException.objects.filter(pk=absence.pk).update(last_day=yesterday)
