"""Encounters: a patient who came, and whom they saw."""

from django.db import models

from reception.models.appointments import Appointment
from reception.models.patients import Patient
from reception.models.providers import Provider


class VisitQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-date", "-time", "-id")

    def visible_to(self, user):
        return self if user.is_colleague else self.filter(patient__user_id=user.pk)


class Visit(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="visit_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="visits")
    provider = models.ForeignKey(Provider, models.RESTRICT, related_name="visits")
    appointment = models.OneToOneField(Appointment, models.RESTRICT, null=True, blank=True)
    date = models.DateField()
    time = models.TimeField(null=True, blank=True)
    reason = models.TextField(null=True, blank=True)
    facility = models.CharField(max_length=100, null=True, blank=True)
    arrived_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Visit"

    def __str__(self):
        return f"Visit of {self.date:%d-%b-%Y}"
