"""Agreed times."""

from django.db import models
from django.utils import timezone

from emr_site.versions import Versioned
from reception.models.patients import Patient
from reception.models.providers import Provider


class AppointmentQuerySet(models.QuerySet):
    def live(self):
        return self.exclude(status=Appointment.Status.CANCELLED)

    def on(self, date):
        return self.filter(date=date)

    def coming(self):
        """From now on by the clinic's clock; one that has begun counts until it ends."""
        now = timezone.localtime()
        return self.filter(date__gte=now.date()).exclude(date=now.date(), end_time__lte=now.time())

    def past(self):
        now = timezone.localtime()
        return self.filter(date__lte=now.date()).exclude(date=now.date(), end_time__gt=now.time())

    def visible_to(self, user):
        return self if user.is_colleague else self.filter(patient__user_id=user.pk)


class Appointment(Versioned, models.Model):
    class Status(models.TextChoices):
        SCHEDULED = "Scheduled", "Scheduled"
        COMPLETED = "Completed", "Completed"
        CANCELLED = "Cancelled", "Cancelled"

    id = models.BigAutoField(primary_key=True, db_column="appointment_id")
    patient = models.ForeignKey(Patient, models.RESTRICT, related_name="appointments")
    provider = models.ForeignKey(Provider, models.RESTRICT, related_name="appointments")
    date = models.DateField()
    time = models.TimeField()
    duration_minutes = models.SmallIntegerField("length in minutes", default=15)
    end_time = models.GeneratedField(
        expression=models.F("time"), output_field=models.TimeField(null=True), db_persist=True
    )
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.SCHEDULED)
    reason = models.CharField(max_length=255, null=True, blank=True)
    cancel_reason = models.CharField(max_length=255, null=True, blank=True)
    booked_at = models.DateTimeField(auto_now_add=True)

    version_fields = ("provider", "date", "time", "duration_minutes", "status", "cancel_reason")

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Appointment"
        permissions = [
            ("check_in_appointment", "Can check a patient in"),
            ("cancel_appointment", "Can cancel an appointment"),
            ("view_board", "Can see the day board"),
            ("view_my_appointments", "Can see one's own appointments"),
        ]

    def __str__(self):
        return f"{self.date:%d-%b-%Y} {self.time:%H:%M}"
