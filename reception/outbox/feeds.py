"""A provider's appointments for the calendar on their own phone, under an address that is a secret.

The file leaves the house, so it holds initials, times and nothing else of a patient: that is why reading it is no look
at anybody's record.
"""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from reception.models import Appointment, Provider, ProviderFeed
from reception.models.appointments import Status
from reception.outbox.calendar import changes_of, event_of, new_calendar

PERMISSION = "reception.manage_my_calendar"
DAYS_BACK, DAYS_AHEAD = 30, 180


def digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


def make_feed(provider, token, *, by):
    """Let this token open the provider's calendar, in place of the one before; return the feed's id."""
    with transaction.atomic():
        Provider.objects.select_for_update().get(pk=provider.pk)
        stop(ProviderFeed.objects.filter(provider=provider))
        return ProviderFeed.objects.create(provider=provider, token_sha256=digest(token), created_by=by).pk


def stop(feeds):
    """Close the addresses that are open; return how many."""
    return feeds.live().update(revoked_at=timezone.now())


def new_token():
    return secrets.token_urlsafe(32)


def address_of(token):
    return settings.SITE_URL + reverse("reception:provider_calendar", args=[token])


def provider_behind(token):
    """The provider whose calendar the token opens; None also when its owner has left, or may see it no more."""
    feeds = ProviderFeed.objects.live().filter(token_sha256=digest(token), provider__deactivated_at=None)
    feed = feeds.select_related("provider__user").first()
    if feed is None or feed.provider.user_id != feed.created_by_id:
        return None
    return feed.provider if feed.provider.user.has_perm(PERMISSION) else None


class Feed:
    """The appointments of a provider from a month back to half a year ahead, but for those cancelled; two queries."""

    def __init__(self, provider):
        self.provider, today = provider, timezone.localdate()
        rows = Appointment.objects.filter(
            provider=provider, date__range=(today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD))
        )
        rows = rows.exclude(status=Status.CANCELLED).select_related("patient").order_by("date", "time", "id")
        self.appointments = list(rows)
        self.changes = changes_of(each.pk for each in self.appointments)

    @property
    def fingerprint(self):
        """The same as long as the file says the same."""
        seen = [
            (each.pk, self.changes.get(each.pk), initials(each.patient), each.date, each.time, each.end_time)
            for each in self.appointments
        ]
        return digest(repr((str(self.provider), settings.CLINIC_NAME, settings.CLINIC_ADDRESS, seen)))[:32]

    def content(self):
        calendar = new_calendar("PUBLISH")
        calendar.add("x-wr-calname", f"{settings.CLINIC_NAME}: {self.provider}")
        for each in self.appointments:
            times, changed_at = self.changes.get(each.pk, (0, each.booked_at))
            event = event_of(each, sequence=times, stamp=changed_at)
            event.add("summary", initials(each.patient))
            calendar.add_component(event)
        calendar.add_missing_timezones()
        return calendar.to_ical()


def initials(patient):
    return "".join(f"{name[0].upper()}." for name in (patient.given_name, patient.family_name) if name)
