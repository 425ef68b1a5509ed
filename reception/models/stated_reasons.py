"""Why somebody opened the record of a patient who is not of today."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reception.models.patients import Patient


class StatedReason(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="stated_reason_id")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.RESTRICT, related_name="+")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="+")
    day = models.DateField(default=timezone.localdate)
    reason = models.CharField(max_length=255)
    stated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        managed = False
        db_table = "StatedReason"

    def __str__(self):
        return f"Reason of {self.day}"
