"""Tries of codes at the door that open nothing."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

FORGOTTEN_AFTER = timedelta(minutes=10)


class WrongCodeQuerySet(models.QuerySet):
    def remembered(self):
        return self.filter(tried_at__gt=timezone.now() - FORGOTTEN_AFTER)

    def forgotten(self):
        return self.filter(tried_at__lte=timezone.now() - FORGOTTEN_AFTER)


class WrongCode(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="wrong_code_id")
    address = models.CharField(max_length=45)
    tried_at = models.DateTimeField(default=timezone.now)

    objects = WrongCodeQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "WrongCode"

    def __str__(self):
        return f"Wrong code {self.pk}"
