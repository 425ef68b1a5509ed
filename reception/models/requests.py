"""What patients ask for on their own pages."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reception.models.patients import Patient


class PortalRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(answered_at=None)


class PortalRequest(models.Model):
    class Kind(models.TextChoices):
        APPOINTMENT = "appointment", "A visit: book, move or cancel"
        INFORMATION = "information", "My details: correct them"
        OTHER = "other", "Something else"

    id = models.BigAutoField(primary_key=True, db_column="portal_request_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="portal_requests")
    kind = models.CharField(max_length=15, choices=Kind.choices)
    words = models.CharField(max_length=500)
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=500, null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.RESTRICT, null=True, db_column="answered_by", related_name="+"
    )
    waiting_kind = models.GeneratedField(
        expression=models.F("kind"), output_field=models.CharField(max_length=15, null=True), db_persist=True
    )

    objects = PortalRequestQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "PortalRequest"
        permissions = [("add_my_request", "Can ask the practice for something")]

    def __str__(self):
        return f"Request {self.pk}"
