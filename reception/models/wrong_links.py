"""Tries of addresses and codes that open nothing."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

FORGOTTEN_AFTER = timedelta(minutes=10)


class WrongLinkQuerySet(models.QuerySet):
    def remembered(self):
        return self.filter(tried_at__gt=timezone.now() - FORGOTTEN_AFTER)

    def forgotten(self):
        return self.filter(tried_at__lte=timezone.now() - FORGOTTEN_AFTER)


class WrongLink(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="wrong_link_id")
    address = models.CharField(max_length=45)
    tried_at = models.DateTimeField(default=timezone.now)

    objects = WrongLinkQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "WrongLink"

    def __str__(self):
        return f"Wrong link {self.pk}"
