"""When whom can be booked: the usual week, its exceptions and the closed days, put together for some days.

Free times are computed from it and from the appointments, and stored nowhere.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from emr_site.templatetags.emr import clinical_date
from reception.models import Appointment, Holiday, Place, Provider, ProviderException, ProviderHours, Room

SKIPPED = "The clocks go forward in this night, and there is no such time. Choose another."


@dataclass
class Stretch:
    """A provider at work, or away: from a minute of the day to another."""

    provider: Provider
    starts: int
    ends: int
    place: Place | None = None
    room: Room | None = None
    word: str = ""

    def less(self, away):
        """What is left of it when its provider is away; none, one or two stretches."""
        parts = [self]
        for each in away:
            parts = [piece for part in parts for piece in part.cut(each)]
        return parts

    def cut(self, gap):
        pieces = ((self.starts, min(self.ends, gap.starts)), (max(self.starts, gap.ends), self.ends))
        return [Stretch(self.provider, *piece, self.place, self.room) for piece in pieces if piece[0] < piece[1]]


def minutes(clock):
    """Minutes since midnight."""
    return clock.hour * 60 + clock.minute


def is_skipped(date, minute):
    """Whether the clinic's clock jumps over this minute of the day, in the night in which it goes forward."""
    zone = timezone.get_default_timezone()
    wall = datetime.combine(date, time(*divmod(minute, 60)))
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall


def clock(minute):
    return f"{minute // 60:02d}:{minute % 60:02d}"


class Schedule:
    """Who works on one date."""

    def __init__(self, date, hours, exceptions, holidays):
        self.date = date
        self.holiday = next((each for each in holidays if each.place_id is None), None)
        closed = {each.place_id for each in holidays}
        self.away, extra = defaultdict(list), []
        for each in exceptions:
            (self.away[each.provider_id] if each.kind == ProviderException.Kind.AWAY else extra).append(
                stretch_of(each)
            )
        usual = [] if self.holiday else [each for each in hours if each.place_id not in closed]
        found = [*map(stretch_of, usual), *extra]
        self.stretches = [part for each in found for part in each.less(self.away[each.provider.pk])]
        self.stretches.sort(key=lambda each: each.starts)

    def of(self, provider):
        return [each for each in self.stretches if each.provider == provider]

    def spans(self, provider):
        """When the provider works; stretches that touch or overlap at one place are one, as for IsWorkingTime."""
        joined = []
        for each in self.of(provider):
            before = next((one for one in joined if one.place == each.place and one.ends >= each.starts), None)
            if before:
                before.ends = max(before.ends, each.ends)
            else:
                joined.append(replace(each))
        return joined

    def hindrance(self, provider, starts, ends):
        """(field, sentence) of what keeps the provider from working from `starts` to `ends`, or None."""
        mine = self.spans(provider)
        if any(each.starts <= starts and each.ends >= ends for each in mine):
            return None
        day = clinical_date(self.date)
        if self.holiday:
            return "date", f"The practice is closed on {day}: {self.holiday.name}. Choose another day."
        away = [each for each in self.away[provider.pk] if each.starts < ends and each.ends > starts]
        if away:
            return "date", f"{provider} is not in on {day} at this time: {away[0].word}. Choose another time."
        if not mine:
            return "date", f"{provider} does not work on {self.date:%A}s. Choose another day."
        hours = " and ".join(f"{clock(each.starts)} to {clock(each.ends)}" for each in mine)
        return "time", f"{provider} works from {hours} on {day}. Choose a time within."


def stretch_of(row):
    """Of usual hours or of an exception; one without times takes the whole day."""
    starts, ends = (minutes(row.starts), minutes(row.ends)) if row.starts else (0, 24 * 60)
    word = row.reason or "Away" if isinstance(row, ProviderException) else ""
    return Stretch(row.provider, starts, ends, row.place, row.room, word)


def schedules(first, last, *, provider=None):
    """{date: Schedule} of the days from first to last, in three queries whatever their number."""
    known = {"provider__deactivated_at": None} | ({"provider": provider} if provider else {})
    of_whom = ("provider", "room", "place")
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    weekdays = {each.weekday() for each in days}
    hours = list(ProviderHours.objects.filter(weekday__in=weekdays, **known).select_related(*of_whom))
    overlapping = Q(first_day__lte=last, last_day__gte=first)
    exceptions = list(ProviderException.objects.filter(overlapping, **known).select_related(*of_whom))
    holidays = list(Holiday.objects.filter(date__range=(first, last)))
    return {
        day: Schedule(
            day,
            [each for each in hours if each.weekday == day.weekday()],
            [each for each in exceptions if each.first_day <= day <= each.last_day],
            [each for each in holidays if each.date == day],
        )
        for day in days
    }


def schedule_of(date, *, provider=None):
    return schedules(date, date, provider=provider)[date]


def hindrances(provider, dates, starts, ends):
    """{date: (field, sentence)} for those of the dates on which the provider does not work from minute to minute.

    A provider whose hours nobody has told works on every day on which the practice is open.
    """
    days = schedules(min(dates), max(dates), provider=provider)
    is_told = ProviderHours.objects.filter(provider=provider).exists()
    judged = [date for date in dates if is_told or days[date].holiday or days[date].away]
    found = {date: days[date].hindrance(provider, starts, ends) for date in judged}
    return {date: why for date, why in found.items() if why} | skipped(dates, starts)


def skipped(dates, starts):
    """{date: (field, sentence)} for those of the dates whose night skips this minute."""
    return {date: ("time", SKIPPED) for date in dates if is_skipped(date, starts)}


def taken_on(provider, dates, starts, ends):
    """Those of the dates on which the provider has another appointment at this time, in order."""
    overlapping = Appointment.objects.live().filter(
        provider=provider, date__in=dates, time__lt=clock(ends), end_time__gt=clock(starts)
    )
    return sorted(set(overlapping.values_list("date", flat=True)))
