"""The secret addresses of providers' calendars."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reception.models.providers import Provider


class ProviderFeedQuerySet(models.QuerySet):
    def live(self):
        return self.filter(revoked_at=None)

    def of(self, user):
        """Those of the provider whose sign-in this is."""
        return self.filter(provider__user=user)


class ProviderFeed(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="provider_feed_id")
    provider = models.ForeignKey(Provider, models.RESTRICT, related_name="feeds")
    token_sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.RESTRICT, db_column="created_by", related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)
    live_provider_id = models.GeneratedField(
        expression=models.F("provider"), output_field=models.BigIntegerField(null=True), db_persist=True
    )

    objects = ProviderFeedQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "ProviderFeed"
        permissions = [("manage_my_calendar", "Can have one's own appointments in one's own calendar")]

    def __str__(self):
        return f"Calendar of {self.provider}"
